package org.answerline.account.openid;

import java.util.Locale;

/** The sign-in through the provider failed. */
public class OpenIdException extends Exception {
    private static final long serialVersionUID = 1L;

    /** The reason that is shown to the user. */
    public enum Reason {
        /** The provider does not answer, or not according to the protocol. */
        UNAVAILABLE,
        /** The provider refused, usually because the user pressed Cancel. */
        DENIED,
        /** The response belongs to no sign-in that this browser has started. */
        LOST,
        /** The provider's response could not be verified. */
        UNPROVED,
        /** The provider sent no e-mail address, or one that is not verified. */
        ADDRESS,
        /** The provider sent an e-mail address to which no e-mail can be sent, or that could be taken for another. */
        ADDRESS_FORM;

        /** The middle part of the keys of its texts. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Reason reason;

    OpenIdException(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    OpenIdException(Reason reason, Exception cause) {
        super(cause);
        this.reason = reason;
    }

    /** The reason that is shown to the user. */
    public Reason reason() {
        return reason;
    }
}
