package org.answerline.account;

import static jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters.withParams;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Optional;
import org.answerline.platform.CallerAddress;

/** Signs people in and out of this browser's session, and makes guessing slow. */
@ApplicationScoped
public class SignIn {
    private static final Duration SESSION = Duration.ofHours(12);

    @Inject
    SecurityContext security;

    @Inject
    SignInFailures failures;

    @Inject
    CallerAddress callerAddress;

    @Inject
    Event<SignedOut> signedOut;

    /** How a try ended: signed in, refused (waiting is zero), or too early (waiting says how long). */
    public record Outcome(boolean signedIn, Duration waiting) {}

    /** Tries an e-mail address and a password; on success the session has a new id and remembers the user. */
    public Outcome in(HttpServletRequest request, HttpServletResponse response, String email, String password) {
        String address = callerAddress.of(request);
        Duration wait = failures.count(email, address);
        if (!wait.isZero()) {
            return new Outcome(false, wait);
        }
        var credential = new UsernamePasswordCredential(email, password);
        security.authenticate(request, response, withParams().credential(credential));
        Optional<String> caller = SessionSignIn.checked(request);
        caller.ifPresent(right -> {
            failures.forgive(email, address);
            remember(request, right);
        });
        return new Outcome(caller.isPresent(), Duration.ZERO);
    }

    /** Signs in somebody who has just opened an account; holds from the next request on. */
    public void in(HttpServletRequest request, User user) {
        remember(request, Long.toString(user.id()));
    }

    /** Forgets whoever was signed in, and the session with them: nothing else remembers a caller from one request to the next. */
    public void out(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            String id = session.getId();
            session.invalidate();
            signedOut.fire(new SignedOut(id));
        }
    }

    // A new id, so that one planted before signing in is worth nothing after it.
    private static void remember(HttpServletRequest request, String caller) {
        HttpSession session = request.getSession(true);
        request.changeSessionId();
        session.setMaxInactiveInterval((int) SESSION.toSeconds());
        SessionSignIn.remember(session, caller);
    }
}
