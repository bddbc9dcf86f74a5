package org.answerline.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.krazo.security.CsrfToken;
import org.eclipse.krazo.security.CsrfTokenStrategy;

/**
 * What protects a form, kept in the session as text.
 *
 * <p>Krazo's own strategy does the same, but reads service files out of all jars each time it is asked, which was 7 % of the cost of the
 * support page.
 */
final class SessionToken implements CsrfTokenStrategy {
    /** The application property by which Krazo is told of a strategy. */
    static final String PROPERTY = "org.eclipse.krazo.csrfTokenStrategy";

    private static final String ATTRIBUTE = SessionToken.class.getName();
    private static final String HEADER = "X-CSRF-TOKEN";

    /** The session's token; a new one, in a new session if there is none, only when asked to. */
    @Override
    public Optional<CsrfToken> getToken(HttpServletRequest request, HttpServletResponse response, boolean create) {
        var session = request.getSession(create);
        if (session == null) {
            return Optional.empty();
        }
        var value = (String) session.getAttribute(ATTRIBUTE);
        if (value == null && create) {
            value = UUID.randomUUID().toString();
            session.setAttribute(ATTRIBUTE, value);
        }
        return Optional.ofNullable(value).map(SessionToken::inForm);
    }

    private static CsrfToken inForm(String value) {
        return new CsrfToken(HEADER, TypedForm.TOKEN, value);
    }
}
