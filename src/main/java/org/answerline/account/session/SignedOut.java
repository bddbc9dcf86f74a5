package org.answerline.account.session;

/** The sign-in of this session has ended. */
public record SignedOut(String sessionId) {

    /** Does not contain the id, because this text may appear in a log. */
    @Override
    public String toString() {
        return "SignedOut[…]";
    }
}
