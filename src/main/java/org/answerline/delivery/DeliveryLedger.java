package org.answerline.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** The courier's transactions: what it takes to carry, and what became of it. */
@ApplicationScoped
@Transactional
class DeliveryLedger {

    /** Finished deliveries are history for the owner; what Reply needs is kept elsewhere, for ever. */
    private static final Duration HISTORY = Duration.ofDays(30);

    @Inject
    private Deliveries deliveries;

    @Inject
    private Lanes lanes;

    @Inject
    private Event<DeliveryReport> reports;

    @Inject
    private Clock clock;

    List<Delivery> take(String carrier, Set<Long> inHand, int most) {
        if (!inHand.isEmpty()) {
            lanes.renew(carrier, inHand);
        }
        List<Long> chatIds = most == 0 ? List.of() : lanes.claim(carrier, inHand, most);
        return chatIds.isEmpty() ? List.of() : deliveries.takeHeads(chatIds);
    }

    void sent(long id, String carrier, long messageId) {
        Delivery delivery = deliveries.find(id);
        if (stillWaits(delivery)) {
            reports.fire(delivery.sent(messageId, clock.instant()));
        }
        free(delivery, carrier);
    }

    void gaveUp(long id, String carrier, String reason) {
        Delivery delivery = deliveries.find(id);
        if (stillWaits(delivery)) {
            DeliveryReport report = delivery.gaveUp(reason, clock.instant());
            if (delivery.supportMessageId() != null) {
                deliveries.waitingParts(delivery).forEach(part -> part.gaveUp(reason, clock.instant()));
            }
            reports.fire(report);
        }
        free(delivery, carrier);
    }

    /** The chat has a new id: everything that waits goes there. */
    void moved(long oldChatId, String carrier, long newChatId) {
        deliveries.redirect(oldChatId, newChatId);
        reports.fire(new DeliveryReport.ChatMoved(oldChatId, newChatId));
        lanes.free(oldChatId, carrier, Duration.ZERO);
    }

    void waitFor(long chatId, String carrier, Duration wait) {
        lanes.rest(chatId, carrier, wait);
    }

    void backOff(long chatId, String carrier) {
        Duration wait = RetryPolicy.pause(
                lanes.failures(chatId) + 1, ThreadLocalRandom.current().nextDouble());
        lanes.rest(chatId, carrier, wait);
    }

    void forgetHistory() {
        deliveries.forgetFinishedBefore(clock.instant().minus(HISTORY));
    }

    /** Gone or ended already when a user was erased, or another carrier took over while this one hung. */
    private static boolean stillWaits(Delivery delivery) {
        return delivery != null && delivery.isWaiting();
    }

    private void free(Delivery delivery, String carrier) {
        if (delivery != null) {
            lanes.free(delivery.chatId(), carrier, Duration.ZERO);
        }
    }
}
