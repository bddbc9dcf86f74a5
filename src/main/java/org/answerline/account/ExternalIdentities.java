package org.answerline.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.OptionalLong;
import org.answerline.platform.database.JdbcClient;

/** The identities of accounts at OpenID providers and sites; every call joins the caller's transaction. */
@ApplicationScoped
public class ExternalIdentities {
    private final JdbcClient database;

    /** For the CDI proxy. */
    protected ExternalIdentities() {
        this(null);
    }

    /** In this database; used by the command line too. */
    @Inject
    public ExternalIdentities(JdbcClient database) {
        this.database = database;
    }

    OptionalLong accountOf(String issuer, String subject) {
        return database
                .list(
                        row -> row.getLong(1),
                        "select user_id from external_identities where issuer = ? and subject = ?",
                        issuer,
                        subject)
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /** Waits for another transaction that adds this identity; ends with the transaction. */
    void lock(String issuer, String subject) {
        database.first(
                row -> true,
                "select pg_advisory_xact_lock(hashtextextended(?, 0))",
                "external_identities " + issuer + " " + subject);
    }

    void add(String issuer, String subject, long userId, Instant now) {
        database.update(
                "insert into external_identities (issuer, subject, user_id, first_seen_at)"
                        + " values (?, ?, ?, ?) on conflict do nothing",
                issuer,
                subject,
                userId,
                now);
    }

    boolean isTied(long userId) {
        return database.first(row -> true, "select 1 from external_identities where user_id = ?", userId)
                .isPresent();
    }

    /** By what a user signs in elsewhere as a JSON array, for the user. */
    public String exported(long userId) {
        return database.first(
                        row -> row.getString(1),
                        """
                        select coalesce(json_agg(json_build_object('issuer', issuer, 'subject', subject, 'first_seen_at', first_seen_at)
                          order by first_seen_at, issuer, subject), '[]')::text from external_identities where user_id = ?
                        """,
                        userId)
                .orElseThrow();
    }

    void forget(long userId) {
        database.update("delete from external_identities where user_id = ?", userId);
    }
}
