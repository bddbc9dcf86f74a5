package org.answerline.account.mail;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** The purpose of an e-mail about an account. */
public enum MailPurpose {
    /** Confirms the address of the account. */
    CONFIRM(Duration.ofHours(24)),
    /** Leads to the choice of a new password. */
    RESET(Duration.ofHours(1)),
    /** Confirms a new address. */
    CHANGE(Duration.ofHours(24)),
    /** Notifies the former address of the change; contains no link. */
    CHANGED(null),
    /** Opens the conversation of a guest and confirms the address; works until the guest is erased, however often. */
    GUEST(Duration.ofDays(400));

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
