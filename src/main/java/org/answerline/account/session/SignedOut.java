package org.answerline.account.session;

/** Whoever was signed in with this session is not any more. */
public record SignedOut(String sessionId) {

    /** Never the id, which was a key until now: this text may end in a log. */
    @Override
    public String toString() {
        return "SignedOut[…]";
    }
}
