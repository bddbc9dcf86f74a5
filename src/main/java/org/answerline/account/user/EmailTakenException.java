package org.answerline.account.user;

/** Another account already has this e-mail address. */
public class EmailTakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EmailTakenException() {
        super("The e-mail address is taken");
    }
}
