package org.answerline.account.identity;

/** A token is not valid; the message is the reason for the developer of the site and contains nothing of the token. */
final class InvalidTokenException extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidTokenException(String reason) {
        super(reason);
    }
}
