package org.answerline.platform.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.answerline.platform.observability.Log;

/**
 * The database's time, continued between two queries by the machine's monotonic clock.
 *
 * <p>Times that are stored are compared by the database with its own and with those of other nodes, so a node whose clock is minutes off
 * must not write its own. Until the database was asked for the first time it is this machine's time.
 */
@ApplicationScoped
public class DatabaseClock {

    private static final Logger LOG = Log.of(DatabaseClock.class);

    /** A query that takes longer is not exact enough. */
    private static final long LONGEST_LOOK = Duration.ofSeconds(1).toNanos();

    /** Smaller differences come from the network: following them would only make the time jump back and forth. */
    private static final Duration TREMBLE = Duration.ofMillis(20);

    private record Reading(Instant time, long nanos) {}

    @Resource(lookup = "jdbc/supportdesk")
    private DataSource database;

    private final LongSupplier nanos;
    private volatile Reading last;

    /** With the machine's own monotonic clock. */
    public DatabaseClock() {
        this(System::nanoTime);
    }

    DatabaseClock(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** The database's time now. */
    public Instant instant() {
        Reading reading = last;
        return reading == null
                ? Clock.systemUTC().instant()
                : reading.time().plusNanos(nanos.getAsLong() - reading.nanos());
    }

    /** Reads the database's clock again; while the database is unavailable the time goes on as before. */
    public void synchronise() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select 1");
            long asked = nanos.getAsLong();
            try (var row = statement.executeQuery("select cast(extract(epoch from now()) * 1000000 as bigint)")) {
                row.next();
                long micros = row.getLong(1);
                told(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), asked);
            }
        } catch (SQLException away) {
            LOG.log(Level.DEBUG, () -> "The database's clock cannot be read: " + away);
        }
    }

    /** Sets the time that the database reported for a query sent at this reading of the monotonic clock. */
    void told(Instant time, long asked) {
        long read = nanos.getAsLong();
        if (read - asked > LONGEST_LOOK) {
            return;
        }
        Instant now = time.plusNanos((read - asked) / 2);
        boolean isNews = last == null || Duration.between(instant(), now).abs().compareTo(TREMBLE) > 0;
        if (isNews) {
            last = new Reading(now, read);
        }
    }
}
