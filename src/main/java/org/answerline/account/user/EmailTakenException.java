package org.answerline.account.user;

/** Somebody already signed up with this e-mail address, perhaps a moment ago. */
public class EmailTakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EmailTakenException() {
        super("The e-mail address is taken");
    }
}
