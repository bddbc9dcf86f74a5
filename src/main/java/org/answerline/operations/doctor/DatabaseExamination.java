package org.answerline.operations.doctor;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.answerline.platform.Schema;

/** Whether the database can be reached, has this version's schema, and takes what is written. */
final class DatabaseExamination implements Examination {

    @Override
    public List<Finding> of(Installation installation) {
        try (Connection connection = installation.database().getConnection()) {
            Optional<Finding> fault = schemaFault(new Schema(installation.database()));
            return List.of(fault.isPresent() ? fault.get() : writing(connection));
        } catch (SQLException | RuntimeException away) {
            return List.of(Finding.failed("database.away", firstLine(away)));
        }
    }

    /** Whether it can be reached and takes what is written; the schema was brought up when this node started. */
    static Finding writing(Connection connection) {
        try {
            writeAndTakeBack(connection);
            return Finding.ok("database.ready");
        } catch (SQLException refused) {
            return Finding.failed("database.read_only", firstLine(refused));
        }
    }

    private static Optional<Finding> schemaFault(Schema schema) {
        Optional<String> newer = schema.newer();
        if (newer.isPresent()) {
            return Optional.of(Finding.failed("database.newer", newer.get()));
        }
        int pending = schema.pending();
        return pending == 0
                ? Optional.empty()
                : Optional.of(Finding.failed("database.older", schema.version().orElse("-"), pending));
    }

    /** What fails here (a full disk, a standby) would fail for a message too. */
    private static void writeAndTakeBack(Connection connection) throws SQLException {
        boolean before = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try (PreparedStatement statement =
                connection.prepareStatement("insert into remembered_facts (name, value) values (?, '')")) {
            statement.setString(1, "doctor." + UUID.randomUUID());
            statement.executeUpdate();
        } finally {
            connection.rollback();
            connection.setAutoCommit(before);
        }
    }

    static String firstLine(Exception failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
