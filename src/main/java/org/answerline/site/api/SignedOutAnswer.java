package org.answerline.site.api;

/**
 * What a client is told that asks to read and is not signed in: 401, or, where it prefers that, an answer that is no error. Browsers
 * write each 401 in red into the console of the page that carries the widget.
 */
public final class SignedOutAnswer {
    /** The parameter by which a client chooses. */
    public static final String PARAMETER = "signed_out";

    private static final String EMPTY = "empty";
    private static final String CROSS_SITE = "cross-site";

    private SignedOutAnswer() {}

    /** Whether the value of the parameter asks for an empty answer. */
    public static boolean isEmpty(String value) {
        return EMPTY.equals(value);
    }

    /**
     * Whether the page that asks is of another site, which the session cookie (SameSite=Lax) never reaches: signing in would not help
     * there.
     *
     * @param fetchSite the header Sec-Fetch-Site; a browser too old to send it counts as one of this site
     */
    static boolean isOfAnotherSite(String fetchSite) {
        return CROSS_SITE.equals(fetchSite);
    }
}
