package org.answerline.operations.doctor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import org.answerline.webhook.DerivedSecret;

/** Records which URL and secret were registered with Telegram, because Telegram never shows the secret that it has. */
public final class WebhookRegistrationRecord {

    private final Installation installation;
    private final Connection database;

    /** Of this installation's bot, in its database. */
    public WebhookRegistrationRecord(Installation installation, Connection database) {
        this.installation = installation;
        this.database = database;
    }

    /** Whether the last registration was this URL with the present secret; empty if nothing was registered. */
    public Optional<Boolean> matches(String url) throws SQLException {
        return value(factName()).map(fingerprint(url)::equals);
    }

    /** Records that Telegram has this URL and the present secret. */
    public void store(String url) throws SQLException {
        if (installation.chosenSecret().isEmpty()) {
            store(DerivedSecret.factName(installation.token()), "in force");
        }
        store(factName(), fingerprint(url));
    }

    boolean isOwnSecretInForce() throws SQLException {
        return value(DerivedSecret.factName(installation.token())).isPresent();
    }

    private String factName() {
        return "webhook.registered." + installation.token().split(":", 2)[0];
    }

    private Optional<String> value(String name) throws SQLException {
        try (PreparedStatement statement =
                database.prepareStatement("select value from remembered_facts where name = ?")) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        }
    }

    private void store(String name, String value) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(
                """
                insert into remembered_facts (name, value) values (?, ?)
                on conflict (name) do update set value = excluded.value
                """)) {
            statement.setString(1, name);
            statement.setString(2, value);
            statement.executeUpdate();
        }
    }

    /** A hash with the token in it, which is not in the database, so that a short secret cannot be guessed from the hash. */
    private String fingerprint(String url) {
        try {
            String all = installation.token() + " " + url + " " + installation.secret();
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
