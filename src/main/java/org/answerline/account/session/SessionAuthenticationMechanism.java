package org.answerline.account.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.Set;

/**
 * Tells the server on every request who calls: whom the session remembers to have signed in.
 *
 * <p>The number is kept as a session attribute because attributes travel between nodes and the server's own principal need not.
 */
@ApplicationScoped
public class SessionAuthenticationMechanism implements HttpAuthenticationMechanism {
    private static final String USER_ID = "org.answerline.account.user_id";

    @Inject
    private EndedSessions ended;

    /** An unknown caller is let through as nobody: the doors decide what nobody may see. */
    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        HttpSession session = request.getSession(false);
        if (session != null && ended.contains(session.getId())) {
            session.invalidate();
            return context.doNothing();
        }
        if (session != null && session.getAttribute(USER_ID) instanceof String caller) {
            return context.notifyContainerAboutLogin(caller, Set.of());
        }
        return context.doNothing();
    }

    /** Who was signed in with this request's session when it came. */
    public static Optional<SessionPrincipal> remembered(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return Optional.ofNullable(session)
                .map(known -> known.getAttribute(USER_ID))
                .map(Object::toString)
                .flatMap(SessionPrincipal::read);
    }

    public static void remember(HttpSession session, String caller) {
        session.setAttribute(USER_ID, caller);
    }
}
