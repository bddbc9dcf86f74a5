package org.answerline.rights;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Forgets messages after so many days, if the owner wants it; accounts stay. */
@ApplicationScoped
public class Retention {

    /** Few enough to hold nobody up. */
    private static final int BATCH = 500;

    private static final String OLDEST = "(select id from support_messages where created_at < ? order by id limit "
            + BATCH + " for update skip locked)";

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
            } catch (SQLException later) {
                throw new IllegalStateException("Old messages cannot be deleted now", later);
            }
        }
    }
}
