package org.answerline.account.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The token of a request, and its claims once they are verified.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-2.1">Authorization request header field</a>
 */
public final class RequestToken {
    private static final String CLAIMS = RequestToken.class.getName();

    /** Possessive throughout: every client can send this header, and backtracking over many spaces would take quadratic time. */
    private static final Pattern BEARER = Pattern.compile("(?i)\\s*+bearer(?:\\s++(\\S*+)\\s*+)?+");

    private RequestToken() {}

    /** The token of the header Authorization; empty if the header is missing or has another scheme. */
    public static Optional<String> sent(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return bearer(header == null ? "" : header);
    }

    static Optional<String> bearer(CharSequence header) {
        Matcher bearer = BEARER.matcher(header);
        return bearer.matches() ? Optional.of(bearer.group(1) == null ? "" : bearer.group(1)) : Optional.empty();
    }

    /** From now on the request is one of the user for whom these claims were signed. */
    public static void accept(HttpServletRequest request, IdentityClaims claims) {
        request.setAttribute(CLAIMS, claims);
    }

    /** The verified claims of the request; empty if it has no token. */
    public static Optional<IdentityClaims> claims(HttpServletRequest request) {
        return request.getAttribute(CLAIMS) instanceof IdentityClaims claims ? Optional.of(claims) : Optional.empty();
    }
}
