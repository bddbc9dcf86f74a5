package org.answerline.platform.mail;

import jakarta.mail.MessagingException;

/** The whole e-mail was transmitted, but the mail server did not confirm it: it will probably arrive. */
public class MailOutcomeUnknownException extends MessagingException {
    private static final long serialVersionUID = 1L;

    MailOutcomeUnknownException(Exception cause) {
        super("the mail server broke off before it said whether it accepted the e-mail", cause);
    }
}
