package org.answerline.operations.registration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.answerline.operations.doctor.Installation;
import org.answerline.operations.doctor.WebhookRegistrationRecord;
import org.answerline.telegram.client.SetWebhook;
import org.answerline.telegram.client.WebhookInfo;

/** Registers the webhook with its secret at Telegram, and records it. */
public final class WebhookRegistrar {

    /** A key that no other advisory lock of Answerline uses. */
    private static final long LOCK = 0x616e7377_00000001L;

    private final Installation installation;

    /** For this installation. */
    public WebhookRegistrar(Installation installation) {
        this.installation = installation;
    }

    /**
     * Makes Telegram send updates to this URL.
     *
     * @throws org.answerline.telegram.BotApiException if Telegram did not accept it
     */
    public void register(String url) throws SQLException {
        try (Connection database = installation.database().getConnection()) {
            set(new WebhookRegistrationRecord(installation, database), SetWebhook.forDesk(url, installation.secret()));
        }
    }

    /**
     * Does so unless it is registered already, on one node at a time.
     *
     * @return false if another node is doing it, so that it has to be tried again
     */
    public boolean registerIfItDiffers(String url) throws SQLException {
        try (Connection database = installation.database().getConnection()) {
            if (!locked(database, "pg_try_advisory_lock")) {
                return false;
            }
            try {
                SetWebhook wanted = SetWebhook.forDesk(url, installation.secret());
                WebhookInfo current = installation.bot().webhook();
                WebhookRegistrationRecord registered = new WebhookRegistrationRecord(installation, database);
                if (!current.fits(wanted) || !registered.matches(url).orElse(false)) {
                    set(registered, wanted);
                }
                return true;
            } finally {
                locked(database, "pg_advisory_unlock");
            }
        }
    }

    /** Registered first and recorded then: until it is recorded, updates with the derived secret and without one are both accepted. */
    private void set(WebhookRegistrationRecord registered, SetWebhook wanted) {
        installation.bot().setWebhook(wanted);
        registered.store(wanted.url());
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
