package org.answerline.account.identity;

/** The keys of the site cannot be read at the moment. */
final class KeysUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    KeysUnavailableException(String reason) {
        super(reason);
    }
}
