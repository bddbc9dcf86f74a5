package org.answerline.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.answerline.account.password.Passwords;
import org.answerline.account.password.TooBusyException;
import org.answerline.account.session.SessionAuthenticationMechanism;
import org.answerline.account.session.SessionPrincipal;
import org.answerline.account.session.SignedOut;
import org.answerline.account.user.Accounts;
import org.answerline.account.user.User;
import org.answerline.platform.web.CallerAddress;

/** Signs users in and out of this browser's session, and slows down guessing of passwords. */
@ApplicationScoped
public class SignIn {
    private static final Duration SESSION = Duration.ofHours(12);

    /** Short, because a client may send the key of a guest with each request and no session; the key opens the next one. */
    private static final Duration GUEST_SESSION = Duration.ofMinutes(30);

    @Inject
    IdentityStoreHandler stores;

    @Inject
    Accounts accounts;

    @Inject
    SignInFailures failures;

    @Inject
    Passwords passwords;

    @Inject
    CallerAddress callerAddress;

    @Inject
    Event<SignedOut> signedOut;

    @Inject
    PasswordService credentials;

    /** The result of an attempt: accepted (with the user), refused (waiting is zero), or too early (waiting says how long to wait). */
    public record Outcome(Optional<User> user, Duration waiting) {

        /** Whether the attempt was accepted. */
        public boolean signedIn() {
            return user.isPresent();
        }

        static Outcome refused(Duration wait) {
            return new Outcome(Optional.empty(), wait);
        }

        static Outcome of(Optional<User> user) {
            return new Outcome(user, Duration.ZERO);
        }
    }

    /**
     * Checks an e-mail address and a password; on success the session gets a new id, and the user is signed in from the next request on.
     *
     * <p>Calls the identity stores and not the server's mechanism, which some servers skip for a user who is signed in already.
     */
    public Outcome signIn(HttpServletRequest request, String email, String password) {
        Outcome outcome = tried(request, email, () -> owner(new UsernamePasswordCredential(email, password)));
        outcome.user().ifPresent(right -> signIn(request, right));
        return outcome;
    }

    private Outcome tried(HttpServletRequest request, String email, Supplier<Optional<User>> check) {
        String address = callerAddress.of(request);
        Duration wait = failures.count(email, address);
        if (!wait.isZero()) {
            return Outcome.refused(wait);
        }
        try {
            Optional<User> user = check.get();
            user.ifPresent(right -> failures.forgive(email, address));
            return Outcome.of(user);
        } catch (TooBusyException notTried) {
            failures.withdraw(email, address);
            throw notTried;
        }
    }

    // The password may have been changed since it was checked: then the typed one is wrong now.
    private Optional<User> owner(UsernamePasswordCredential typed) {
        CredentialValidationResult result = stores.validate(typed);
        return result.getStatus() == CredentialValidationResult.Status.VALID
                ? SessionPrincipal.read(result.getCallerPrincipal().getName())
                        .flatMap(caller -> accounts.find(caller.userId()).filter(caller::isStill))
                : Optional.empty();
    }

    /** Changes the password of a user who knows the old one; this session stays signed in, every other one ends. */
    public Outcome change(HttpServletRequest request, User user, String old, String fresh) {
        Outcome outcome = tried(request, user.email(), () -> credentials.change(user.id(), old, fresh));
        outcome.user().ifPresent(now -> signIn(request, now));
        return outcome;
    }

    /** Checks the password of a signed-in user again; wrong ones slow down further attempts as when signing in. */
    public Outcome confirm(HttpServletRequest request, User user, String password) {
        return tried(request, user.email(), () -> Optional.of(user)
                .filter(known -> passwords.matches(password, known.passwordHash())));
    }

    /** Signs in a user whose account was just created or verified; takes effect with the next request. */
    public void signIn(HttpServletRequest request, User user) {
        remember(request, SessionPrincipal.of(user).toString(), user.isGuest() ? GUEST_SESSION : SESSION);
    }

    /** The same, and this very request is already the user's. */
    public void signInNow(HttpServletRequest request, User user) {
        signIn(request, user);
        SessionAuthenticationMechanism.useNow(request);
    }

    /** Signs out and ends the session: nothing else stores the user from one request to the next. */
    public void signOut(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            String id = session.getId();
            session.invalidate();
            signedOut.fire(new SignedOut(id));
        }
    }

    /** The same, and the rest of this request is not signed in either. */
    public void signOutNow(HttpServletRequest request) {
        signOut(request);
        SessionAuthenticationMechanism.useNow(request);
    }

    // A new session id, against session fixation. Nothing of another user's session is kept: its open forms and
    // streams would continue in the name of the new user.
    private void remember(HttpServletRequest request, String caller, Duration inactivity) {
        if (SessionAuthenticationMechanism.remembered(request)
                .filter(before -> !before.isSamePerson(caller))
                .isPresent()) {
            signOut(request);
        }
        HttpSession session = request.getSession(true);
        boolean again = SessionAuthenticationMechanism.remembered(request).isPresent();
        String before = session.getId();
        request.changeSessionId();
        if (again) {
            // Pages that are open under the old id come again under the new one, which signing out will name.
            signedOut.fire(new SignedOut(before));
        }
        session.setMaxInactiveInterval((int) inactivity.toSeconds());
        SessionAuthenticationMechanism.remember(session, caller);
    }
}
