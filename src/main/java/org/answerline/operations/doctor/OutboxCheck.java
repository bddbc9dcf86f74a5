package org.answerline.operations.doctor;

import java.util.ArrayList;
import java.util.List;
import org.answerline.delivery.DeliveryRows;
import org.answerline.platform.database.DatabaseException;
import org.answerline.platform.database.JdbcClient;
import org.answerline.webhook.FailedUpdates;

/** Whether messages are being sent, and which messages and updates have failed. */
final class OutboxCheck implements Check {

    private static final long LATE_SECONDS = 300;

    @Override
    public List<Finding> of(Installation installation) {
        JdbcClient database = new JdbcClient(installation.database());
        DeliveryRows outbox = new DeliveryRows(database);
        try {
            List<Finding> findings = new ArrayList<>();
            findings.add(waiting(outbox.backlog()));
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

    private static Finding waiting(DeliveryRows.Backlog backlog) {
        long age = Math.round(backlog.seconds());
        return age > LATE_SECONDS
                ? Finding.failed("outbox.stuck", backlog.count(), age / 60)
                : Finding.ok("outbox.flows", backlog.count());
    }
}
