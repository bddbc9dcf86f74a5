package org.answerline.operations.owner;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.answerline.delivery.DeliveryRows;
import org.answerline.platform.database.DatabaseException;
import org.answerline.platform.observability.Metrics;

/** Metrics of the outbox: how many messages wait, and since when. They are read from the database at most every five seconds. */
@ApplicationScoped
public class OutboxGauges {
    private static final Duration FRESH = Duration.ofSeconds(5);

    @Inject
    private DeliveryRows outbox;

    @Inject
    private Metrics metrics;

    @Inject
    private Clock clock;

    private Instant refreshedAt = Instant.MIN;
    private volatile double waiting = Double.NaN;
    private volatile double oldest = Double.NaN;

    @PostConstruct
    public void register() {
        metrics.watch("answerline.outbox.waiting", () -> waiting);
        metrics.watch("answerline.outbox.oldest.seconds", () -> oldest);
    }

    /** Reads the numbers again if they are too old; while the database is unavailable they are NaN. */
    public synchronized void refresh() {
        Instant now = clock.instant();
        if (now.isBefore(refreshedAt.plus(FRESH))) {
            return;
        }
        refreshedAt = now;
        try {
            DeliveryRows.Backlog backlog = outbox.backlog();
            waiting = backlog.count();
            oldest = backlog.seconds();
        } catch (DatabaseException unavailable) {
            waiting = Double.NaN;
            oldest = Double.NaN;
        }
    }
}
