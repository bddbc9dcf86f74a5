package org.answerline.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Sends the notices of a group together when its queue is long, because a group takes only twenty messages a minute. */
@ApplicationScoped
class NoticeBatching {

    /** From so many waiting on: half a minute at Telegram's pace. */
    private static final int LONG_QUEUE = 10;

    private static final int LOOK_AHEAD = 30;

    @Inject
    private DeliveryRepository deliveries;

    @Inject
    private NoticeBatchHeader head;

    @Inject
    private SendRateLimits rateLimits;

    SendBatch consign(Delivery delivery) {
        boolean paced =
                delivery.chatId() < 0 && !rateLimits.of(delivery.chatId()).isNone();
        if (!paced || !delivery.isBundleable()) {
            return SendBatch.of(delivery);
        }
        long waiting = deliveries.waitingQuestions(delivery.chatId());
        if (waiting < LONG_QUEUE) {
            return SendBatch.of(delivery);
        }
        List<Delivery> queue = deliveries.questions(delivery.chatId(), LOOK_AHEAD);
        // Somebody whose turn is earlier may have come in since this one was taken.
        return queue.get(0).id().equals(delivery.id())
                ? SendBatch.bundle(queue, waiting, head)
                : SendBatch.of(delivery);
    }
}
