package org.answerline.operations.registration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.answerline.operations.doctor.Installation;
import org.answerline.operations.doctor.WebhookRegistrationRecord;
import org.answerline.telegram.SetWebhook;
import org.answerline.telegram.WebhookInfo;

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
            set(new WebhookRegistrationRecord(installation, database), new SetWebhook(url, installation.secret()));
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
                SetWebhook wish = new SetWebhook(url, installation.secret());
                WebhookInfo state = installation.bot().webhook();
                WebhookRegistrationRecord remembered = new WebhookRegistrationRecord(installation, database);
                if (!state.fits(wish) || !remembered.matches(url).orElse(false)) {
                    set(remembered, wish);
                }
                return true;
            } finally {
                locked(database, "pg_advisory_unlock");
            }
        }
    }

    /** Given first and remembered then: until it is remembered, an update with our own secret and one without are both taken. */
    private void set(WebhookRegistrationRecord remembered, SetWebhook wish) throws SQLException {
        installation.bot().setWebhook(wish);
        remembered.keep(wish.url());
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
}
