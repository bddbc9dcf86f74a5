package org.answerline.operations.doctor;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.answerline.platform.database.DatabaseException;
import org.answerline.platform.database.JdbcClient;
import org.answerline.platform.database.KeyValueStore;

/** Whether a database can be written to; everything is rolled back. */
final class WriteProbe {

    /**
     * Disk full, out of memory, and an input or output error of the disk.
     *
     * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL's error codes</a>
     */
    private static final Set<String> NO_ROOM = Set.of("53100", "53200", "58030");

    private interface Write {
        void run() throws SQLException;
    }

    private WriteProbe() {}

    /** Writes one row; on a full disk or a standby it fails, as it would for a message. */
    static Finding ofOneRow(Connection connection) {
        try {
            rolledBack(connection, () -> insert(connection));
            return Finding.ok("database.ready");
        } catch (SQLException refused) {
            return hasNoRoom(refused)
                    ? Finding.failed("database.full", DatabaseCheck.firstLine(refused))
                    : Finding.failed("database.read_only", DatabaseCheck.firstLine(refused));
        }
    }

    /** Writes half a megabyte of new pages: one small row may still fit when the disk is full. */
    static Optional<Finding> ofNewPages(Connection connection) {
        try {
            rolledBack(connection, () -> fill(connection));
            return Optional.empty();
        } catch (SQLException refused) {
            // A user without the right to make temporary tables can still store messages.
            return Optional.of(refused)
                    .filter(WriteProbe::hasNoRoom)
                    .map(full -> Finding.failed("database.full", DatabaseCheck.firstLine(full)));
        }
    }

    private static void insert(Connection connection) throws SQLException {
        try {
            new KeyValueStore(new JdbcClient(connection)).remember("doctor." + UUID.randomUUID(), "");
        } catch (DatabaseException refused) {
            throw refused.getCause();
        }
    }

    private static void fill(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create temporary table answerline_doctor on commit drop as"
                    + " select gen_random_uuid() from generate_series(1, 10000)");
        }
    }

    private static boolean hasNoRoom(SQLException refused) {
        return NO_ROOM.contains(String.valueOf(refused.getSQLState()));
    }

    private static void rolledBack(Connection connection, Write write) throws SQLException {
        boolean before = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
            write.run();
        } finally {
            connection.rollback();
            connection.setAutoCommit(before);
        }
    }
}
