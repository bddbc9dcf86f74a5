package org.answerline.account.session;

import java.util.Optional;
import java.util.regex.Pattern;
import org.answerline.account.user.User;

/**
 * The sign-in that a session stores: the account's id, and the generation of its sign-ins.
 *
 * <p>Written as {@code 17.0}; incrementing the account's generation ends all its sign-ins, on all nodes.
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
