package org.answerline.site.guard;

/** Nobody is signed in, and what was asked for is for signed-in users only. */
public class NotSignedInException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String returnTo;

    /** Returns to the path of the request after signing in. */
    public NotSignedInException() {
        this("");
    }

    /**
     * Returns to a path of this site after signing in.
     *
     * @param returnTo empty for the path of the request
     */
    NotSignedInException(String returnTo) {
        super("Nobody is signed in");
        this.returnTo = returnTo;
    }

    /** Where to go after signing in; empty for the path of the request. */
    public String returnTo() {
        return returnTo;
    }
}
