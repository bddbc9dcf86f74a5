package org.answerline.operations.doctor;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Whether messages are being sent, and which messages and updates have failed. */
final class OutboxCheck implements Check {

    private static final long LATE_SECONDS = 300;

    @Override
    public List<Finding> of(Installation installation) {
        try (Connection connection = installation.database().getConnection();
                Statement statement = connection.createStatement()) {
            List<Finding> findings = new ArrayList<>();
            findings.add(waiting(statement));
            long failed = number(
                    statement,
                    "select count(*) from deliveries where state = 'GAVE_UP' and finished_at > now() - interval '1 day'");
            if (failed > 0) {
                findings.add(Finding.warning("outbox.failed", failed));
            }
            long rejected = number(statement, "select count(*) from rejected_updates");
            if (rejected > 0) {
                findings.add(Finding.warning("webhook.rejected", rejected));
            }
            return findings;
        } catch (SQLException unavailable) {
            return List.of(Finding.failed("database.away", DatabaseCheck.firstLine(unavailable)));
        }
    }

    private static Finding waiting(Statement statement) throws SQLException {
        long age = number(
                statement,
                "select coalesce(extract(epoch from now() - min(created_at)), 0)::bigint from deliveries where state = 'WAITING'");
        long count = number(statement, "select count(*) from deliveries where state = 'WAITING'");
        return age > LATE_SECONDS ? Finding.failed("outbox.stuck", count, age / 60) : Finding.ok("outbox.flows", count);
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
