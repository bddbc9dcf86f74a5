package org.answerline.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;

/** The face of this package: finds accounts, opens new ones, remembers what language they read. */
@ApplicationScoped
@Transactional
public class Accounts {
    private static final String UNIQUE_VIOLATION = "23505";

    @Inject
    Users users;

    @Inject
    Passwords passwords;

    @Inject
    Letters letters;

    @Inject
    Clock clock;

    /** The account with this number, if it still exists. */
    public Optional<User> find(long id) {
        return users.find(id);
    }

    /** Opens an account from what was typed and found right; the unique index decides a race. */
    public User signUp(SignUp typed, String language) throws EmailTakenException {
        var user =
                new User(typed.email(), typed.fullName(), passwords.hash(typed.password()), language, clock.instant());
        if (users.withEmail(typed.email()).isPresent()) {
            throw new EmailTakenException();
        }
        try {
            users.add(user);
        } catch (PersistenceException e) {
            throw isUniqueViolation(e) ? new EmailTakenException() : e;
        }
        letters.ask(user, Purpose.CONFIRM);
        return user;
    }

    /** Remembers the language of the pages this user reads, for texts that leave the site. */
    public void speaks(long userId, String language) {
        users.setLanguage(userId, language);
    }

    private static boolean isUniqueViolation(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState()));
    }
}
