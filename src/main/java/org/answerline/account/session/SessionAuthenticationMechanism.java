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
 * Authenticates every request by the account that is stored in its session.
 *
 * <p>The account's id is a session attribute, because attributes are shared between nodes and the server's principal may not be.
 */
@ApplicationScoped
public class SessionAuthenticationMechanism implements HttpAuthenticationMechanism {
    private static final String USER_ID = "org.answerline.account.user_id";
    private static final String NOW = SessionAuthenticationMechanism.class.getName() + ".now";

    @Inject
    private EndedSessions ended;

    /** A request without a sign-in is passed on without a principal; the resources decide what it may access. */
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

    /** The account that was signed in with this request's session when the request arrived. */
    public static Optional<SessionPrincipal> remembered(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return Optional.ofNullable(session)
                .map(known -> known.getAttribute(USER_ID))
                .map(Object::toString)
                .flatMap(SessionPrincipal::read);
    }

    /** The session was opened while this request was handled, and is to be used for it. */
    public static void useNow(HttpServletRequest request) {
        request.setAttribute(NOW, true);
    }

    /** Whether the account of the session is the request's, although the server does not know of it. */
    public static boolean isUsedNow(HttpServletRequest request) {
        return request.getAttribute(NOW) != null;
    }

    public static void remember(HttpSession session, String caller) {
        session.setAttribute(USER_ID, caller);
    }
}
