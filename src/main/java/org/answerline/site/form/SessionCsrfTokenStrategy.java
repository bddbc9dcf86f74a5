package org.answerline.site.form;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.answerline.platform.web.HostCookie;
import org.eclipse.krazo.security.CsrfToken;
import org.eclipse.krazo.security.CsrfTokenStrategy;

/**
 * What protects a form: kept in the session as text, or in a cookie of its own for a reader who has no session, which a page that only
 * shows a form does not begin. Any node knows either.
 *
 * <p>Krazo's own strategy for sessions does the same, but reads service files out of all jars each time it is asked, which was 7 % of the
 * cost of the support page.
 *
 * @see <a href="https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html">OWASP,
 *     double-submit cookies</a>
 */
final class SessionCsrfTokenStrategy implements CsrfTokenStrategy {
    /** The application property that names the strategy for Krazo. */
    static final String PROPERTY = "org.eclipse.krazo.csrfTokenStrategy";

    private static final String ATTRIBUTE = SessionCsrfTokenStrategy.class.getName();
    private static final String HEADER = "X-CSRF-TOKEN";
    private static final Pattern VALUE = Pattern.compile("[0-9a-f-]{36}");
    private static final HostCookie COOKIE = new HostCookie("form_token", -1);

    /** The token of the session if there is one, else that of the cookie; a new one, in a cookie, only when asked to. */
    @Override
    public Optional<CsrfToken> getToken(HttpServletRequest request, HttpServletResponse response, boolean create) {
        HttpSession session = request.getSession(false);
        Optional<String> value =
                session == null ? ofVisitor(request, response, create) : of(session, request, response, create);
        return value.map(SessionCsrfTokenStrategy::inForm);
    }

    // The session takes over the cookie's token, so that a form opened before signing in can be sent afterwards.
    // The next session gets a new one.
    private static Optional<String> of(
            HttpSession session, HttpServletRequest request, HttpServletResponse response, boolean create) {
        if (session.getAttribute(ATTRIBUTE) instanceof String value) {
            return Optional.of(value);
        }
        Optional<String> sent = sent(request);
        if (sent.isEmpty() && !create) {
            return Optional.empty();
        }
        String value = sent.orElseGet(SessionCsrfTokenStrategy::random);
        session.setAttribute(ATTRIBUTE, value);
        COOKIE.forget(request, response);
        return Optional.of(value);
    }

    private static Optional<String> ofVisitor(
            HttpServletRequest request, HttpServletResponse response, boolean create) {
        Optional<String> sent = sent(request);
        if (sent.isPresent() || !create) {
            return sent;
        }
        String value = random();
        COOKIE.write(value, request, response);
        return Optional.of(value);
    }

    private static Optional<String> sent(HttpServletRequest request) {
        return COOKIE.read(request).filter(value -> VALUE.matcher(value).matches());
    }

    private static String random() {
        return UUID.randomUUID().toString();
    }

    private static CsrfToken inForm(String value) {
        return new CsrfToken(HEADER, BufferedFormRequest.TOKEN, value);
    }
}
