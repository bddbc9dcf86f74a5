package org.answerline.operations.doctor;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.answerline.platform.database.Schema;

/** Whether the database can be reached and written to, has this version's schema, and has the same time as this machine. */
final class DatabaseCheck implements Check {

    @Override
    public List<Finding> of(Installation installation) {
        try (Connection connection = installation.database().getConnection()) {
            Optional<Finding> fault = schemaFault(new Schema(installation.database()));
            if (fault.isPresent()) {
                return List.of(fault.get());
            }
            List<Finding> findings = new ArrayList<>();
            findings.add(WriteProbe.ofNewPages(connection).orElseGet(() -> WriteProbe.ofOneRow(connection)));
            clock(connection, installation.clock()).ifPresent(findings::add);
            return findings;
        } catch (SQLException | RuntimeException unavailable) {
            return List.of(Finding.failed("database.away", firstLine(unavailable)));
        }
    }

    /** Both clocks decide what is due, so a difference delays messages. */
    private static Optional<Finding> clock(Connection connection, Clock ours) throws SQLException {
        Instant asked = ours.instant();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select clock_timestamp()")) {
            row.next();
            Instant told = row.getTimestamp(1).toInstant();
            Duration difference = ClockDifference.of(asked, told, ours.instant());
            Severity severity = ClockDifference.severity(difference);
            return severity == Severity.OK
                    ? Optional.empty()
                    : Optional.of(new Finding("clock.database", severity, List.of(difference.toSeconds())));
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

    static String firstLine(Exception failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
