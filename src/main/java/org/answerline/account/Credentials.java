package org.answerline.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/** Changes what proves who somebody is: the password, and whether the address is really theirs. */
@ApplicationScoped
@Transactional
public class Credentials {
    @Inject
    Users users;

    @Inject
    Passwords passwords;

    @Inject
    Letters letters;

    @Inject
    Clock clock;

    @Inject
    Event<SignInsEnded> ended;

    /** A new password for whoever knows the old one; ends all sign-ins of the account. Empty if the old one is wrong. */
    Optional<User> change(long userId, String old, String fresh) {
        Optional<User> user = users.find(userId).filter(known -> passwords.matches(old, known.passwordHash()));
        user.ifPresent(known -> take(known, fresh));
        return user;
    }

    /** A new password for whoever got the letter, which also proves the address; ends all sign-ins. Empty if the link works no more. */
    public Optional<User> reset(String token, String fresh) {
        Optional<User> user = letters.spend(token, Purpose.RESET);
        user.ifPresent(known -> {
            take(known, fresh);
            known.isConfirmed(clock.instant());
        });
        return user;
    }

    private void take(User user, String password) {
        String hash = passwords.hash(password);
        users.locked(user).takesPassword(hash);
        ended.fire(new SignInsEnded(user.id()));
    }

    /** The address is theirs. Empty if the link works no more. */
    public Optional<User> confirm(String token) {
        Optional<User> user = letters.spend(token, Purpose.CONFIRM);
        user.ifPresent(known -> users.locked(known).isConfirmed(clock.instant()));
        return user;
    }

    /** Sends the letter that resets a password, if an account has this address; nothing tells whether one has. */
    public void forgotten(String email) {
        users.withEmail(email).ifPresent(user -> letters.ask(user, Purpose.RESET));
    }
}
