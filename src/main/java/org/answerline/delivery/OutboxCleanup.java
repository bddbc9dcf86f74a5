package org.answerline.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;

/** Deletes what the outbox no longer needs; harmless when two nodes do so at once. */
@ApplicationScoped
@Transactional
public class OutboxCleanup {

    /** Deliveries that ended are shown to the owner for so long; what a Reply needs is kept elsewhere. */
    private static final Duration HISTORY = Duration.ofDays(30);

    @Inject
    private DeliveryRepository deliveries;

    @Inject
    private ChatQueues chatQueues;

    @Inject
    private Clock clock;

    /** Deletes deliveries that ended 30 days ago. */
    public void deleteHistory() {
        deliveries.deleteFinishedBefore(clock.instant().minus(HISTORY));
    }

    /** Deletes the queues of chats that nothing waits for. */
    public void deleteIdleQueues() {
        chatQueues.removeIdle();
    }
}
