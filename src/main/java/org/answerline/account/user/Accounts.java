package org.answerline.account.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The public entry point of this package: finds accounts and stores their language. */
@ApplicationScoped
@Transactional
public class Accounts {
    @Inject
    Users users;

    @Inject
    UserRows rows;

    @Inject
    Clock clock;

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

    /** From now on support accepts no messages from this user; replaces an earlier block. */
    public void block(long userId, UserBlock block) {
        rows.block(userId, block);
    }

    /** Ends a block by support; returns whether there was one. */
    public boolean unblock(long userId) {
        return rows.unblock(userId, clock.instant());
    }

    /** The users whom support has blocked, the newest block first. */
    public List<UserRows.BlockedRow> blocked(int most) {
        return rows.blocked(clock.instant(), most);
    }
}
