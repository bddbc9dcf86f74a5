package org.answerline.platform.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.answerline.platform.observability.Heartbeats;
import org.answerline.platform.observability.Log;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** Listens on one database connection for the events of all nodes; when the connection breaks, it opens another. */
@ApplicationScoped
class PgNotifyListener {

    private static final Logger LOG = Log.of(PgNotifyListener.class);

    /** How long to listen before a look whether the connection still lives, in milliseconds; it bounds the time to stop, too. */
    private static final int LISTEN = 2_000;

    private static final String WORKER = "broadcast-receiver";
    private static final int ALIVE_SECONDS = 5;
    private static final long SHORTEST_PAUSE = 250;
    private static final long LONGEST_PAUSE = 5_000;

    @Resource(lookup = "jdbc/supportdesk")
    private DataSource database;

    @Inject
    private Heartbeats heartbeats;

    private final CountDownLatch stopping = new CountDownLatch(1);
    private long pause = SHORTEST_PAUSE;

    void run(NodeEvents.Listener listener) {
        while (!isStopped()) {
            heartbeats.beat(WORKER);
            try (Connection connection = database.getConnection()) {
                listen(connection, listener);
            } catch (SQLException | RuntimeException databaseAway) {
                LOG.log(
                        Level.WARNING,
                        () -> "The connection for messages from other nodes failed; trying again: " + databaseAway);
                rest();
            }
        }
    }

    void stop() {
        stopping.countDown();
        heartbeats.end(WORKER);
    }

    private void listen(Connection connection, NodeEvents.Listener listener) throws SQLException {
        execute(connection, "listen " + NodeEvents.CHANNEL);
        try {
            listener.mayHaveMissed();
            PGConnection driver = connection.unwrap(PGConnection.class);
            while (!isStopped()) {
                heartbeats.beat(WORKER);
                Set<String> words = words(driver.getNotifications(LISTEN));
                if (!words.isEmpty()) {
                    listener.heard(words);
                } else if (!connection.isValid(ALIVE_SECONDS)) {
                    throw new SQLException("The connection died silently");
                }
                pause = SHORTEST_PAUSE;
            }
        } finally {
            // The connection goes back to the pool, and its next user must not receive these notifications.
            execute(connection, "unlisten *");
        }
    }

    private static Set<String> words(PGNotification[] notifications) {
        Set<String> words = new LinkedHashSet<>();
        if (notifications != null) {
            for (PGNotification notification : notifications) {
                words.addAll(List.of(notification.getParameter().split(" ")));
            }
        }
        return words;
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    /** Longer from time to time, and not at the same instant on all nodes. */
    private void rest() {
        try {
            stopping.await(ThreadLocalRandom.current().nextLong(pause / 2, pause), TimeUnit.MILLISECONDS);
            pause = Math.min(LONGEST_PAUSE, 2 * pause);
        } catch (InterruptedException stop) {
            stopping.countDown();
        }
    }

    private boolean isStopped() {
        return stopping.getCount() == 0;
    }
}
