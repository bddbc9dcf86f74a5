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
import org.answerline.platform.observability.Log;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Forgets messages after so many days, if the owner wants it; accounts stay. */
@ApplicationScoped
public class Retention {

    private static final Logger LOG = Log.of(Retention.class);

    /** Few enough to hold nobody up. */
    private static final int BATCH = 500;

    /** What waits in the outbox, or for a file to be fetched first, is not old yet: it is deleted when it has left or was given up. */
    private static final String WAITING = "(delivery = 'WAITING' or exists (select 1 from deliveries d"
            + " where d.support_message_id = support_messages.id and d.state = 'WAITING'))";

    private static final String OLDEST = "(select id from support_messages where created_at < ? and not " + WAITING
            + " order by id limit " + BATCH + " for update skip locked)";

    @Resource(lookup = "jdbc/supportdesk")
    private DataSource database;

    @Inject
    @ConfigProperty(name = "SUPPORT_RETENTION_DAYS")
    private Optional<Integer> days;

    @Inject
    private Clock clock;

    /** For the container. */
    protected Retention() {}

    Retention(DataSource database, Optional<Integer> days, Clock clock) {
        this.database = database;
        this.days = days;
        this.clock = clock;
    }

    /** Deletes what is too old with its files and notices, batch by batch; two nodes at once take different ones. */
    public void forgetOld() {
        if (days.isPresent()) {
            Instant limit = clock.instant().minus(Duration.ofDays(days.get()));
            try (Connection connection = database.getConnection();
                    PreparedStatement batch =
                            connection.prepareStatement("delete from support_messages where id in " + OLDEST)) {
                batch.setTimestamp(1, Timestamp.from(limit));
                while (batch.executeUpdate() > 0) {
                    // until there are no more
                }
                tellWaiting(connection, limit);
            } catch (SQLException later) {
                throw new IllegalStateException("Old messages cannot be deleted now", later);
            }
        }
    }

    /** What is older than allowed and still waits is said, or nobody would know why it is there. */
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
                                    + " messages are older than SUPPORT_RETENTION_DAYS and are kept until they are delivered");
                }
            }
        }
    }
}
