package org.answerline.platform.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.answerline.platform.observability.Heartbeats;
import org.answerline.platform.observability.Log;

/**
 * Collects the events of this node and sends them by NOTIFY, many in one payload and each once.
 *
 * <p>It is sent outside of business transactions, because PostgreSQL commits transactions that notify one after the other.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-notify.html">NOTIFY</a>
 */
@ApplicationScoped
class PgNotifySender {

    private static final Logger LOG = Log.of(PgNotifySender.class);

    /** PostgreSQL takes a payload of less than 8000 bytes. */
    private static final int LONGEST = 7_500;

    private static final String WORKER = "broadcast-sender";
    private static final long ROUND_SECONDS = 30;
    private static final long LOOK_AGAIN_SECONDS = 1;

    /** The pause after each payload, so that many events share one; too short to be noticed. */
    private static final long GATHER_MILLIS = 20;

    @Resource(lookup = "jdbc/supportdesk")
    private DataSource database;

    @Inject
    private Heartbeats heartbeats;

    private final Semaphore work = new Semaphore(0);
    private final Set<String> words = new LinkedHashSet<>();
    private volatile boolean stopped;

    void put(String word) {
        synchronized (words) {
            words.add(word);
        }
        work.release();
    }

    void run() {
        try {
            while (!stopped) {
                heartbeats.beat(WORKER);
                work.tryAcquire(ROUND_SECONDS, TimeUnit.SECONDS);
                work.drainPermits();
                sendAll();
                TimeUnit.MILLISECONDS.sleep(GATHER_MILLIS);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    void stop() {
        stopped = true;
        heartbeats.end(WORKER);
        work.release();
    }

    private void sendAll() throws InterruptedException {
        for (Set<String> batch = take(); !batch.isEmpty() && !stopped; batch = take()) {
            heartbeats.beat(WORKER);
            try {
                send(String.join(" ", batch));
            } catch (SQLException | RuntimeException databaseAway) {
                LOG.log(Level.WARNING, () -> "Changes cannot be announced to the other nodes yet: " + databaseAway);
                batch.forEach(this::put);
                TimeUnit.SECONDS.sleep(LOOK_AGAIN_SECONDS);
            }
        }
    }

    private void send(String payload) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement notify = connection.prepareStatement("select pg_notify(?, ?)")) {
            notify.setString(1, NodeEvents.CHANNEL);
            notify.setString(2, payload);
            notify.execute();
        }
    }

    /** As many events as fit into one payload. */
    private Set<String> take() {
        Set<String> batch = new LinkedHashSet<>();
        int length = 0;
        synchronized (words) {
            for (var all = words.iterator(); all.hasNext() && length < LONGEST - 100; all.remove()) {
                String word = all.next();
                batch.add(word);
                length += word.length() + 1;
            }
        }
        return batch;
    }
}
