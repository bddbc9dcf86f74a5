package org.answerline.account.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.answerline.platform.database.JdbcClient;

/** The SQL of accounts that the server and the command line share. Joins the caller's transaction. */
@ApplicationScoped
public class UserRows {
    /** An account, with its address as it was typed. */
    public record UserRow(long id, String email) {}

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

    /** The account with this address, in whatever case it is written. */
    public Optional<UserRow> find(String email) {
        return database.first(
                row -> new UserRow(row.getLong("id"), row.getString("email")),
                "select id, email from users where lower(email) = lower(?)",
                email);
    }

    /** The address of an account, which is locked until the transaction ends; empty when there is no such account. */
    public Optional<String> lockedEmail(long id) {
        return database.first(row -> row.getString(1), "select email from users where id = ? for update", id);
    }

    /** Deletes an account; foreign keys delete what belongs to it. */
    public void delete(long id) {
        database.update("delete from users where id = ?", id);
    }

    /** An account as a JSON object, for its owner; empty when there is no such account. */
    public Optional<String> exported(long id) {
        return database.first(
                row -> row.getString(1),
                """
                select json_build_object('number', id, 'email', email, 'email_confirmed_at', email_confirmed_at,
                  'full_name', full_name, 'language', language, 'opened_at', created_at)::text
                from users where id = ?
                """,
                id);
    }
}
