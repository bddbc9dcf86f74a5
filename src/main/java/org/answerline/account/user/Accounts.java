package org.answerline.account.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** The public entry point of this package: finds accounts and stores their language. */
@ApplicationScoped
@Transactional
public class Accounts {
    @Inject
    Users users;

    /** The account with this id, if it still exists. */
    public Optional<User> find(long id) {
        return users.find(id);
    }

    /** The account with this e-mail address, ignoring case. */
    public Optional<User> withEmail(String email) {
        return users.withEmail(email);
    }

    /** Stores the language of the pages that this user reads, for e-mails and Telegram messages. */
    public void setLanguage(long userId, String language) {
        users.setLanguage(userId, language);
    }
}
