package org.answerline.account;

import java.time.Duration;
import java.util.Locale;

/** What a letter to somebody with an account is for. */
public enum Purpose {
    /** To make sure that the address is theirs. */
    CONFIRM(Duration.ofHours(24)),
    /** To choose a new password. */
    RESET(Duration.ofHours(1));

    private final Duration validity;

    Purpose(Duration validity) {
        this.validity = validity;
    }

    /** How long the letter's link works, from when the letter was sent. */
    public Duration validity() {
        return validity;
    }

    /** The link's path, which the token completes. */
    public String path() {
        return "/account/" + key() + "/";
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
