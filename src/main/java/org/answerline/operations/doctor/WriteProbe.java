package org.answerline.operations.doctor;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Whether a database takes what is written; everything is taken back at once. */
final class WriteProbe {

    /**
     * No room on the disk, no memory, a fault of the disk.
     *
     * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL's error codes</a>
     */
    private static final Set<String> NO_ROOM = Set.of("53100", "53200", "58030");

    private interface Write {
        void run() throws SQLException;
    }

    private WriteProbe() {}

    /** One row: what fails here (a full disk, a standby) would fail for a message too. */
    static Finding ofOneRow(Connection connection) {
        try {
            takenBack(connection, () -> insert(connection));
            return Finding.ok("database.ready");
        } catch (SQLException refused) {
            return hasNoRoom(refused)
                    ? Finding.failed("database.full", DatabaseCheck.firstLine(refused))
                    : Finding.failed("database.read_only", DatabaseCheck.firstLine(refused));
        }
    }

    /** Half a megabyte of new pages: one small row may still find room where a question would not. */
    static Optional<Finding> ofNewPages(Connection connection) {
        try {
            takenBack(connection, () -> fill(connection));
            return Optional.empty();
        } catch (SQLException refused) {
            // Who may make no temporary tables can still store messages.
            return Optional.of(refused)
                    .filter(WriteProbe::hasNoRoom)
                    .map(full -> Finding.failed("database.full", DatabaseCheck.firstLine(full)));
        }
    }

    private static void insert(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("insert into remembered_facts (name, value) values (?, '')")) {
            statement.setString(1, "doctor." + UUID.randomUUID());
            statement.executeUpdate();
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

    private static void takenBack(Connection connection, Write write) throws SQLException {
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
