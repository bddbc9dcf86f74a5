package org.answerline.privacy;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.answerline.platform.config.Settings;
import org.answerline.platform.config.SiteSettings;
import org.answerline.platform.database.Cleanup;
import org.answerline.platform.observability.Log;

/** Deletes messages after the number of days that the owner has set; accounts stay. */
@ApplicationScoped
public class Retention implements Cleanup {

    private static final Logger LOG = Log.of(Retention.class);

    /** Messages in one transaction; few enough not to delay other transactions. */
    private static final int BATCH = 500;

    /** A message that waits in the outbox, or for a file to be downloaded, is kept until it was sent or given up. */
    private static final String WAITING = "(delivery = 'WAITING' or exists (select 1 from deliveries d"
            + " where d.support_message_id = support_messages.id and d.state = 'WAITING'))";

    private static final String OLDEST = "(select id from support_messages where created_at < ? and not " + WAITING
            + " order by id limit " + BATCH + " for update skip locked)";

    @Resource(lookup = "jdbc/supportdesk")
    private DataSource database;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /** For the container. */
    protected Retention() {}

    Retention(DataSource database, Settings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /** Deletes expired messages with their files and notices in batches; nodes that run at the same time take different messages. */
    @Override
    public void deleteOld() {
        Optional<Integer> days = settings.configured(SiteSettings.RETENTION);
        if (days.isPresent()) {
            Instant limit = clock.instant().minus(Duration.ofDays(days.get()));
            try (Connection connection = database.getConnection();
                    PreparedStatement batch =
                            connection.prepareStatement("delete from support_messages where id in " + OLDEST)) {
                batch.setTimestamp(1, Timestamp.from(limit));
                while (batch.executeUpdate() > 0) {
                    // until none is left
                }
                tellWaiting(connection, limit);
            } catch (SQLException later) {
                throw new IllegalStateException("Old messages cannot be deleted now", later);
            }
        }
    }

    /** Logs how many expired messages still wait, so that the owner knows why they are kept. */
    private static void tellWaiting(Connection connection, Instant limit) throws SQLException {
        try (PreparedStatement count = connection.prepareStatement(
                "select count(*) from support_messages where created_at < ? and " + WAITING)) {
            count.setTimestamp(1, Timestamp.from(limit));
            try (ResultSet rows = count.executeQuery()) {
                long waiting = rows.next() ? rows.getLong(1) : 0;
                if (waiting > 0) {
                    LOG.log(
                            Level.WARNING,
                            () -> waiting
                                    + " messages are older than " + SiteSettings.RETENTION
                                    + " and are kept until they are delivered");
                }
            }
        }
    }
}
