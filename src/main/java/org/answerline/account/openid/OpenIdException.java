package org.answerline.account.openid;

import java.util.Locale;

/** Why somebody could not be signed in through the provider. */
public class OpenIdException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What the reader is told. */
    public enum Reason {
        /** The provider does not answer, or not as one. */
        AWAY,
        /** The provider was not allowed to tell us, mostly because the reader pressed Cancel. */
        DENIED,
        /** The answer belongs to no sign-in that this browser has begun. */
        LOST,
        /** What the provider sent proves nothing. */
        UNPROVED,
        /** The provider tells no address, or one that it says is not verified. */
        ADDRESS;

        /** The last part of the key of its text. */
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

    /** What the reader is told. */
    public Reason reason() {
        return reason;
    }
}
