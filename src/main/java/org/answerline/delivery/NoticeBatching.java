package org.answerline.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.answerline.delivery.message.Delivery;
import org.answerline.delivery.send.NoticeBatchHeader;
import org.answerline.delivery.send.SendBatch;
import org.answerline.delivery.send.SendRateLimits;

/** Sends the notices of a group together when its queue is long, because a group takes only twenty messages a minute. */
@ApplicationScoped
class NoticeBatching {

    /** From so many waiting questions on: they take half a minute at Telegram's rate limit. */
    private static final int LONG_QUEUE = 10;

    private static final int LOOK_AHEAD = 30;

    @Inject
    private DeliveryRepository deliveries;

    @Inject
    private NoticeBatchHeader header;

    @Inject
    private SendRateLimits rateLimits;

    @Inject
    private TopicBatches topics;

    SendBatch batchOf(Delivery delivery) {
        boolean isLimitedGroup =
                delivery.chatId() < 0 && !rateLimits.of(delivery.chatId()).isNone();
        if (!isLimitedGroup || !delivery.isBatchable()) {
            return SendBatch.of(delivery);
        }
        long waiting = deliveries.waitingQuestions(delivery.chatId());
        if (waiting < LONG_QUEUE) {
            return SendBatch.of(delivery);
        }
        List<Delivery> queue = deliveries.waitingNotices(delivery.chatId(), LOOK_AHEAD);
        // A notice with an earlier turn may have come in since this one was claimed.
        return queue.get(0).id() == delivery.id()
                ? SendBatch.joined(topics.together(queue), waiting, header)
                : SendBatch.of(delivery);
    }
}
