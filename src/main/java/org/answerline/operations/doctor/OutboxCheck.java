package org.answerline.operations.doctor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.answerline.delivery.DeliveryRows;
import org.answerline.platform.database.DatabaseException;
import org.answerline.platform.database.JdbcClient;
import org.answerline.webhook.FailedUpdates;

/** Whether messages are being sent, and which messages and updates have failed. */
final class OutboxCheck implements Check {

    private static final Duration LATE = Duration.ofMinutes(5);

    @Override
    public List<Finding> of(Installation installation) {
        JdbcClient database = new JdbcClient(installation.database());
        DeliveryRows outbox = new DeliveryRows(database);
        try {
            List<Finding> findings = new ArrayList<>();
            findings.add(waiting(outbox));
            long failed = outbox.countFailedOfLastDay();
            if (failed > 0) {
                findings.add(Finding.warning("outbox.failed", failed));
            }
            long rejected = new FailedUpdates(database, installation.clock()).count();
            if (rejected > 0) {
                findings.add(Finding.warning("webhook.rejected", rejected));
            }
            return findings;
        } catch (DatabaseException unavailable) {
            return List.of(Finding.failed("database.away", DatabaseCheck.firstLine(unavailable)));
        }
    }

    private static Finding waiting(DeliveryRows outbox) {
        DeliveryRows.Backlog backlog = outbox.backlog();
        return outbox.stuckSince(LATE).isPresent()
                ? Finding.failed("outbox.stuck", backlog.count(), Math.round(backlog.seconds()) / 60)
                : Finding.ok("outbox.flows", backlog.count());
    }
}
