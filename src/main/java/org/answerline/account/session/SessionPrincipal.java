package org.answerline.account.session;

import java.util.Optional;
import java.util.regex.Pattern;
import org.answerline.account.user.User;

/**
 * What a session remembers of a sign-in: the account's number, and how often its sign-ins had been ended before.
 *
 * <p>Written as {@code 17.0}; ending all sign-ins of an account is counting on, wherever their sessions are.
 */
public record SessionPrincipal(long userId, int generation) {
    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,18})\\.([0-9]{1,9})");

    public static SessionPrincipal of(User user) {
        return new SessionPrincipal(user.id(), user.signInGeneration());
    }

    public static Optional<SessionPrincipal> read(String name) {
        var matcher = WRITTEN.matcher(name);
        return matcher.matches()
                ? Optional.of(
                        new SessionPrincipal(Long.parseLong(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    public boolean isSamePerson(String written) {
        return read(written).filter(other -> other.userId == userId).isPresent();
    }

    public boolean isStill(User user) {
        return user.signInGeneration() == generation;
    }

    @Override
    public String toString() {
        return userId + "." + generation;
    }
}
