package org.answerline.account.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.answerline.platform.database.JdbcClient;

/** The SQL of accounts that the server and the command line share. Joins the caller's transaction. */
@ApplicationScoped
public class UserRows {
    /** An account, with its address as it was typed. */
    public record UserRow(long id, String email) {}

    /** A user from whom support accepts no messages. */
    public record BlockedRow(long id, String fullName, UserBlock block) {}

    private final JdbcClient database;

    /** For the CDI proxy. */
    protected UserRows() {
        this(null);
    }

    /** In this database. */
    @Inject
    public UserRows(JdbcClient database) {
        this.database = database;
    }

    /** The account that a user can sign in to with this address, in whatever case it is written. */
    public Optional<UserRow> find(String email) {
        return database.first(
                row -> new UserRow(row.getLong("id"), row.getString("email")),
                "select id, email from users where lower(email) = lower(?) and not vouched",
                email);
    }

    /** The ids of all accounts with this address; several users of a site may have the same one. */
    public List<Long> all(String email) {
        return database.list(
                row -> row.getLong("id"), "select id from users where lower(email) = lower(?) order by id", email);
    }

    /** Whether there is an account with this id. */
    public boolean has(long id) {
        return database.first(row -> true, "select 1 from users where id = ?", id)
                .isPresent();
    }

    /** The address of an account ("" if it has none), which is locked until the transaction ends; empty when there is no such account. */
    public Optional<String> lockedEmail(long id) {
        return database.first(
                row -> row.getString(1), "select coalesce(email, '') from users where id = ? for update", id);
    }

    /**
     * The address of an account, "" if it has none, if it is only typed by a guest, or if another account or another guest who has confirmed it
     * has the same.
     */
    public String ownEmail(long id) {
        return database.first(
                        row -> row.getString(1),
                        """
                        select email from users u where id = ? and email is not null and (not guest or email_confirmed_at is not null)
                        and not exists (select 1 from users o where o.id <> u.id and lower(o.email) = lower(u.email)
                          and (not o.guest or o.email_confirmed_at is not null))
                        """,
                        id)
                .orElse("");
    }

    /** The full name of an account, "" if another account has the same. */
    public String ownName(long id) {
        return database.first(
                        row -> row.getString(1),
                        """
                        select full_name from users u where id = ?
                        and not exists (select 1 from users o where o.id <> u.id and lower(o.full_name) = lower(u.full_name))
                        """,
                        id)
                .orElse("");
    }

    /** The confirmed address of an account that is no guest's, which is locked until the transaction ends. */
    public Optional<String> lockedConfirmedAddress(long id) {
        return database.first(
                row -> row.getString(1),
                "select email from users where id = ? and email is not null and email_confirmed_at is not null and not guest"
                        + " for update",
                id);
    }

    /** The guests whose confirmed address this is and whom support has not blocked, the oldest first. */
    public List<Long> confirmedGuests(String email, Instant now) {
        return database.list(
                row -> row.getLong("id"),
                "select id from users where lower(email) = lower(?) and vouched and guest and email_confirmed_at is not null"
                        + " and (blocked_at is null or blocked_until <= ?) order by id",
                email,
                now);
    }

    /** Deletes an account; foreign keys delete what belongs to it. */
    public void delete(long id) {
        database.update("delete from users where id = ?", id);
    }

    /** From now on support accepts no messages from this user; replaces an earlier block. */
    void block(long id, UserBlock block) {
        database.update(
                "update users set blocked_at = ?, blocked_until = ?, blocked_by = ? where id = ?",
                block.since(),
                block.until().orElse(null),
                block.operatorName().orElse(null),
                id);
    }

    /** Ends a block; returns whether there was one at this time. */
    boolean unblock(long id, Instant now) {
        boolean isBlocked = database.first(
                        row -> true,
                        "select 1 from users where id = ? and blocked_at is not null and (blocked_until is null or blocked_until > ?)"
                                + " for update",
                        id,
                        now)
                .isPresent();
        database.update("update users set blocked_at = null, blocked_until = null, blocked_by = null where id = ?", id);
        return isBlocked;
    }

    /** The users who are blocked at this time, the newest block first. */
    List<BlockedRow> blocked(Instant now, int most) {
        return database.list(
                UserRows::blocked,
                """
                select id, full_name, blocked_at, blocked_until, blocked_by from users
                where blocked_at is not null and (blocked_until is null or blocked_until > ?) order by blocked_at desc, id limit ?
                """,
                now,
                most);
    }

    private static BlockedRow blocked(ResultSet row) throws SQLException {
        Optional<Instant> until =
                Optional.ofNullable(row.getObject(4, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
        return new BlockedRow(
                row.getLong(1),
                row.getString(2),
                new UserBlock(
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        until,
                        Optional.ofNullable(row.getString(5))));
    }

    /** An account as a JSON object, for its owner; empty when there is no such account. */
    public Optional<String> exported(long id) {
        return database.first(
                row -> row.getString(1),
                """
                select json_build_object('number', id, 'email', email, 'email_confirmed_at', email_confirmed_at,
                  'full_name', full_name, 'language', language, 'attributes', attributes::json, 'guest', guest, 'opened_at', created_at,
                  'blocked_by_support_since', blocked_at, 'blocked_by_support_until', blocked_until)::text
                from users where id = ?
                """,
                id);
    }
}
