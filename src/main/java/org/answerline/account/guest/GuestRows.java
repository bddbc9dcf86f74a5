package org.answerline.account.guest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.answerline.platform.database.JdbcClient;

/** The SQL of guests, of the keys in their browsers, and of used challenges. Joins the caller's transaction. */
@ApplicationScoped
class GuestRows {
    private final JdbcClient database;

    /** For the CDI proxy. */
    protected GuestRows() {
        this(null);
    }

    @Inject
    GuestRows(JdbcClient database) {
        this.database = database;
    }

    /** Waits for another transaction that makes the guest of this form; ends with the transaction. */
    void lock(String formHash) {
        database.first(row -> true, "select pg_advisory_xact_lock(hashtextextended(?, 0))", "guests " + formHash);
    }

    /** The guest that this form has made. */
    Optional<Long> ofForm(String formHash) {
        return database.first(
                row -> row.getLong(1), "select user_id from guest_accounts where form_hash = ?", formHash);
    }

    void add(long userId, String formHash, boolean pending, Instant now) {
        database.update(
                "insert into guest_accounts (user_id, form_hash, pending, active_at) values (?, ?, ?, ?)",
                userId,
                formHash,
                pending,
                now);
    }

    /** The form that has made the guest does not find them any more. */
    void forgetForm(long userId, String randomHash) {
        database.update("update guest_accounts set form_hash = ? where user_id = ?", randomHash, userId);
    }

    /** The question does not wait any more. */
    void settle(long userId) {
        database.update("update guest_accounts set pending = false where user_id = ?", userId);
    }

    boolean isPending(long userId) {
        return database.first(row -> true, "select 1 from guest_accounts where user_id = ? and pending", userId)
                .isPresent();
    }

    /** Stores a visit unless one after this time is known. */
    void storeVisit(long userId, Instant now, Instant before) {
        database.update(
                "update guest_accounts set active_at = ? where user_id = ? and active_at < ?", now, userId, before);
    }

    /** Stores a visit or a message; an earlier one than is known changes nothing. */
    void setActive(long userId, Instant time) {
        database.update(
                "update guest_accounts set active_at = ? where user_id = ? and active_at < ?", time, userId, time);
    }

    /** Guests whose last activity that is known was before this time, those with a question that waits before the other. */
    List<Long> inactive(Instant before, Instant pendingBefore, int most) {
        return database.list(
                row -> row.getLong(1),
                "select user_id from guest_accounts where active_at < ? or (pending and active_at < ?) order by active_at limit ?",
                before,
                pendingBefore,
                most);
    }

    /** Whether this guest is one of {@link #inactive}; locks the row. */
    boolean isInactive(long userId, Instant before, Instant pendingBefore) {
        return database.first(
                        row -> true,
                        "select 1 from guest_accounts where user_id = ? and (active_at < ? or (pending and active_at < ?)) for update",
                        userId,
                        before,
                        pendingBefore)
                .isPresent();
    }

    void addKey(String keyHash, long userId, Instant now) {
        database.update(
                "insert into guest_keys (key_hash, user_id, created_at) values (?, ?, ?)", keyHash, userId, now);
    }

    /** Whose browser has this key. */
    Optional<Long> ofKey(String keyHash) {
        return database.first(row -> row.getLong(1), "select user_id from guest_keys where key_hash = ?", keyHash);
    }

    void deleteKey(String keyHash) {
        database.update("delete from guest_keys where key_hash = ?", keyHash);
    }

    void deleteKeys(long userId) {
        database.update("delete from guest_keys where user_id = ?", userId);
    }

    /** Marks a challenge as used; false if it was used before. */
    boolean useChallenge(String nonce, Instant validUntil) {
        return database.update(
                        "insert into used_challenges (nonce, valid_until) values (?, ?) on conflict do nothing",
                        nonce,
                        validUntil)
                == 1;
    }

    void deleteChallenges(Instant expiredBy) {
        database.update("delete from used_challenges where valid_until <= ?", expiredBy);
    }
}
