package org.answerline.operations.registration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import org.answerline.operations.doctor.Installation;
import org.answerline.telegram.WebhookState;
import org.answerline.telegram.WebhookWish;
import org.answerline.webhook.OwnSecret;

/** Registers the webhook with the desk's secret, and remembers that Telegram has it. */
public final class WebhookRegistrar {

    /** Any number that nothing else of ours locks by. */
    private static final long LOCK = 0x616e7377_00000001L;

    private final Installation installation;

    /** For this installation. */
    public WebhookRegistrar(Installation installation) {
        this.installation = installation;
    }

    /**
     * Has updates brought to this address.
     *
     * @throws org.answerline.telegram.BotApiException if Telegram did not take it
     */
    public void register(String url) throws SQLException {
        try (Connection database = installation.database().getConnection()) {
            set(database, new WebhookWish(url, installation.secret()));
        }
    }

    /**
     * Does so unless Telegram knows it all already, on one node at a time.
     *
     * @return false when another node is at it, so that it has to be looked at again
     */
    public boolean registerIfItDiffers(String url) throws SQLException {
        try (Connection database = installation.database().getConnection()) {
            if (!locked(database, "pg_try_advisory_lock")) {
                return false;
            }
            try {
                WebhookWish wish = new WebhookWish(url, installation.secret());
                WebhookState state = installation.bot().webhook();
                if (!state.fits(wish) || !fingerprint(wish).equals(remembered(database))) {
                    set(database, wish);
                }
                return true;
            } finally {
                locked(database, "pg_advisory_unlock");
            }
        }
    }

    /** Our own secret is demanded from the moment Telegram may know it: remembered first, or an update in between would be refused. */
    private void set(Connection database, WebhookWish wish) throws SQLException {
        installation.bot().setWebhook(wish);
        if (installation.chosenSecret().isEmpty()) {
            remember(database, OwnSecret.factName(installation.token()), "in force");
        }
        remember(database, factName(), fingerprint(wish));
    }

    /** Telegram never tells the secret it was given; this tells whether it was this one. */
    private String factName() {
        return "webhook.registered." + installation.token().split(":", 2)[0];
    }

    private String remembered(Connection database) throws SQLException {
        try (PreparedStatement statement =
                database.prepareStatement("select value from remembered_facts where name = ?")) {
            statement.setString(1, factName());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : "";
            }
        }
    }

    private static void remember(Connection database, String name, String value) throws SQLException {
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

    private static boolean locked(Connection database, String function) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement("select " + function + "(?)")) {
            statement.setLong(1, LOCK);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getBoolean(1);
            }
        }
    }

    /** A hash, keyed by what is not in the database, so that a short secret cannot be guessed from it. */
    private String fingerprint(WebhookWish wish) {
        try {
            String all = installation.token() + " " + wish.url() + " " + wish.secret();
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
