package org.answerline.site.guard;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Optional;
import org.answerline.account.CurrentUser;
import org.answerline.account.SignIn;
import org.answerline.account.guest.GuestAccounts;
import org.answerline.account.guest.GuestKeys;
import org.answerline.account.session.SessionAuthenticationMechanism;
import org.answerline.account.user.User;
import org.answerline.platform.database.DatabaseUnavailable;
import org.answerline.platform.observability.Log;
import org.answerline.platform.web.RateLimit;
import org.answerline.platform.web.RateLimits;

/** Opens the session of a guest whose browser has the key of a conversation; a browser without such a cookie costs nothing. */
public class GuestSessionFilter extends HttpFilter {
    private static final Logger LOG = Log.of(GuestSessionFilter.class);
    private static final long serialVersionUID = 1L;

    @Inject
    transient GuestCookie cookie;

    @Inject
    transient GuestKeys keys;

    @Inject
    transient GuestAccounts guests;

    @Inject
    transient SignIn signIn;

    @Inject
    transient CurrentUser currentUser;

    @Inject
    transient Clock clock;

    @Inject
    transient RateLimits limits;

    /** A user who is signed in stays so, unless the sign-in was ended elsewhere. */
    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<String> key = cookie.read(request);
        if (key.isPresent()) {
            visit(key.get(), request, response);
        }
        chain.doFilter(request, response);
    }

    private void visit(String key, HttpServletRequest request, HttpServletResponse response) {
        try {
            if (isEnded(request)) {
                signIn.signOutNow(request);
            }
            if (currentUser.isSignedIn()) {
                storeVisit(request);
            } else {
                open(key, request, response);
            }
        } catch (RuntimeException failure) {
            if (!DatabaseUnavailable.causes(failure)) {
                throw failure;
            }
            // The page says so itself. A guest is signed in all the same while the database only accepts no writes.
            LOG.log(
                    Level.WARNING,
                    () -> "The visit of a guest cannot be stored: " + DatabaseUnavailable.reason(failure));
        }
    }

    // The request of a stream that goes on keeps the session that it began with.
    private boolean isEnded(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.REQUEST
                && SessionAuthenticationMechanism.remembered(request).isPresent()
                && currentUser.user().isEmpty();
    }

    // Only pages: what a page loads and sends in the background is no visit.
    private void storeVisit(HttpServletRequest request) {
        if (request.getRequestURI().endsWith("/support/")) {
            SessionAuthenticationMechanism.remembered(request).ifPresent(known -> guests.storeVisit(known.userId()));
        }
    }

    private void open(String key, HttpServletRequest request, HttpServletResponse response) {
        Optional<User> guest = keys.find(key);
        if (guest.isEmpty()) {
            cookie.forget(request, response);
        } else if (limits.count(
                        RateLimit.GUEST_SESSION, Long.toString(guest.get().id()))
                .isZero()) {
            signIn.signInNow(request, guest.get());
            guests.setActive(guest.get().id(), clock.instant());
        }
    }
}
