package org.answerline.platform;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The one address of a servlet, with or without a slash at its end.
 *
 * <p>Open Liberty finds no servlet by an exact pattern with that slash; so the pattern takes in all that is below, and this tells.
 */
public final class OwnAddress {

    private OwnAddress() {}

    /** Whether nothing follows the servlet's own address. */
    public static boolean isMeant(HttpServletRequest request) {
        String rest = request.getPathInfo();
        return rest == null || rest.equals("/");
    }
}
