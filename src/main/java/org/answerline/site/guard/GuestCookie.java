package org.answerline.site.guard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.answerline.account.SignIn;
import org.answerline.account.guest.GuestKeys;
import org.answerline.account.user.User;
import org.answerline.platform.web.HostCookie;

/** The key of a guest's conversation in the browser, and the session that it opens. */
@ApplicationScoped
public class GuestCookie {
    private static final HostCookie COOKIE =
            new HostCookie("guest", (int) Duration.ofDays(400).toSeconds());

    @Inject
    GuestKeys keys;

    @Inject
    SignIn signIn;

    /** The key that this browser sent. */
    Optional<String> read(HttpServletRequest request) {
        return COOKIE.read(request);
    }

    /** The guest whose conversation this browser's key opens. */
    public Optional<User> guest(HttpServletRequest request) {
        return read(request).flatMap(keys::find);
    }

    /** Whether signing out in this browser ends the key of a guest's conversation, whoever is signed in. */
    public boolean isThere(HttpServletRequest request) {
        return COOKIE.read(request).isPresent();
    }

    /** Gives this browser a key of its own for the guest's conversation, and opens a session. */
    public void begin(User guest, HttpServletRequest request, HttpServletResponse response) {
        COOKIE.read(request).ifPresent(keys::end);
        COOKIE.write(keys.add(guest.id()).value(), request, response);
        signIn.signIn(request, guest);
    }

    /** This browser opens no guest's conversation any more. */
    public void forget(HttpServletRequest request, HttpServletResponse response) {
        COOKIE.read(request).ifPresent(keys::signOut);
        COOKIE.forget(request, response);
    }
}
