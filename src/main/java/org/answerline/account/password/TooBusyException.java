package org.answerline.account.password;

/** Too many passwords are being checked at this moment; the request has to be repeated. */
public class TooBusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The waiting time before the next attempt, in seconds. */
    public static final int COME_AGAIN_SECONDS = 10;

    TooBusyException() {
        super("Too many passwords are being checked");
    }
}
