package org.answerline.account.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.answerline.platform.database.JdbcClient;

/** The stored requests for e-mails, one row for each account and purpose. Joins the caller's transaction. */
@ApplicationScoped
class PendingMails {
    /**
     * One that is due.
     *
     * @param address where to send it; empty for the account's own address
     * @param attempts how often it was tried before
     */
    record PendingMail(long userId, MailPurpose purpose, Optional<String> address, int attempts) {}

    @Inject
    private JdbcClient database;

    /**
     * Stores a request that is due now.
     *
     * @param limit a request for the same address that was made after this is kept as it is
     * @return whether it was stored
     */
    boolean add(long userId, MailPurpose purpose, String address, Instant now, Instant limit) {
        return database.update(
                        "insert into account_letters as l (user_id, purpose, address, asked_at, due_at) values (?, ?, ?, ?, ?)"
                                + " on conflict (user_id, purpose) do update set address = excluded.address,"
                                + " asked_at = excluded.asked_at, due_at = excluded.due_at, attempts = 0"
                                + " where l.asked_at <= ? or l.address is distinct from excluded.address",
                        userId,
                        purpose.name(),
                        address,
                        now,
                        now,
                        limit)
                > 0;
    }

    /** The next one that is due, locked. */
    Optional<PendingMail> firstDue(Instant now) {
        return database.first(
                row -> new PendingMail(
                        row.getLong("user_id"),
                        MailPurpose.valueOf(row.getString("purpose")),
                        Optional.ofNullable(row.getString("address")),
                        row.getInt("attempts")),
                "select user_id, purpose, attempts, address from account_letters where due_at <= ?"
                        + " order by due_at limit 1 for update skip locked",
                now);
    }

    /** Counts an attempt; unless it is said to be done, the next one is at this time. */
    void countAttempt(long userId, MailPurpose purpose, Instant next) {
        database.update(
                "update account_letters set attempts = attempts + 1, due_at = ? where user_id = ? and purpose = ?",
                next,
                userId,
                purpose.name());
    }

    /**
     * Sets the time of the next attempt, unless the e-mail was asked for again since: then it has another count of attempts and is due all
     * the same.
     *
     * @param due null for never
     */
    void setDue(long userId, MailPurpose purpose, int attempts, Instant due) {
        database.update(
                "update account_letters set due_at = ? where user_id = ? and purpose = ? and attempts = ?",
                due,
                userId,
                purpose.name(),
                attempts);
    }

    /** Deletes the requests of a user for e-mails that change what protects the account. */
    void deleteLinks(long userId) {
        database.update("delete from account_letters where user_id = ? and purpose in ('RESET', 'CHANGE')", userId);
    }
}
