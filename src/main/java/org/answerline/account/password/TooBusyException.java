package org.answerline.account.password;

/** So many passwords are being checked at this moment that this one has to be sent again. */
public class TooBusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** When to try again. */
    public static final int COME_AGAIN_SECONDS = 10;

    TooBusyException() {
        super("Too many passwords are being checked");
    }
}
