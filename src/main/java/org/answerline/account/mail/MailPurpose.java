package org.answerline.account.mail;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** What an e-mail to somebody with an account is for. */
public enum MailPurpose {
    /** To make sure that the address is theirs. */
    CONFIRM(Duration.ofHours(24)),
    /** To choose a new password. */
    RESET(Duration.ofHours(1)),
    /** To make sure that a new address is theirs. */
    CHANGE(Duration.ofHours(24)),
    /** To tell the former address that the account has another one; it holds no link. */
    CHANGED(null);

    private final Duration validity;

    MailPurpose(Duration validity) {
        this.validity = validity;
    }

    /** How long the e-mail's link works, from when the e-mail was sent; empty for an e-mail without a link. */
    public Optional<Duration> validity() {
        return Optional.ofNullable(validity);
    }

    /** The link's path, which the token completes. */
    public String path() {
        return this == CHANGE ? "/account/email/" : "/account/" + key() + "/";
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
