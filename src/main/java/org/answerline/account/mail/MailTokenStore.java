package org.answerline.account.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.answerline.platform.database.JdbcClient;

/** The stored links of e-mails. Joins the caller's transaction. */
@ApplicationScoped
public class MailTokenStore {
    /** Whose link it is, and the address that it was sent to. */
    record StoredToken(long userId, String address) {
        static StoredToken of(ResultSet row) throws SQLException {
            return new StoredToken(row.getLong("user_id"), row.getString("address"));
        }
    }

    private final JdbcClient database;
    private final Clock clock;

    /** For the CDI proxy. */
    protected MailTokenStore() {
        this(null, null);
    }

    /** In this database; used by the command line too. */
    @Inject
    public MailTokenStore(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Makes a link valid from now on; does nothing for an e-mail without a link. */
    public void add(MailToken token, MailPurpose purpose, long userId, String address) {
        purpose.validity()
                .ifPresent(validity -> database.update(
                        "insert into account_mail_tokens (token_hash, user_id, purpose, address, valid_until)"
                                + " values (?, ?, ?, ?, ?)",
                        token.hash(),
                        userId,
                        purpose.name(),
                        address,
                        clock.instant().plus(validity)));
    }

    /** The link of this token, while it works. */
    Optional<StoredToken> find(MailToken token, MailPurpose purpose) {
        return database.first(
                StoredToken::of,
                "select user_id, address from account_mail_tokens"
                        + " where token_hash = ? and purpose = ? and valid_until > ?",
                token.hash(),
                purpose.name(),
                clock.instant());
    }

    /** Deletes a link and returns it if it still worked. */
    Optional<StoredToken> take(MailToken token, MailPurpose purpose) {
        return database.first(
                StoredToken::of,
                "delete from account_mail_tokens where token_hash = ? and purpose = ? and valid_until > ?"
                        + " returning user_id, address",
                token.hash(),
                purpose.name(),
                clock.instant());
    }

    /** Deletes a user's links of one purpose. */
    void deleteAll(long userId, MailPurpose purpose) {
        database.update("delete from account_mail_tokens where user_id = ? and purpose = ?", userId, purpose.name());
    }

    /** Deletes all links of a user. */
    void deleteAll(long userId) {
        database.update("delete from account_mail_tokens where user_id = ?", userId);
    }

    /** Deletes expired links. */
    void deleteExpired() {
        database.update("delete from account_mail_tokens where valid_until <= ?", clock.instant());
    }
}
