package org.answerline.account.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** The face of this package: finds accounts and remembers what language they read. */
@ApplicationScoped
@Transactional
public class Accounts {
    @Inject
    Users users;

    /** The account with this number, if it still exists. */
    public Optional<User> find(long id) {
        return users.find(id);
    }

    /** The account with this address, however it is written. */
    public Optional<User> withEmail(String email) {
        return users.withEmail(email);
    }

    /** Remembers the language of the pages this user reads, for texts that leave the site. */
    public void setLanguage(long userId, String language) {
        users.setLanguage(userId, language);
    }
}
