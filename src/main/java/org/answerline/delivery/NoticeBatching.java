package org.answerline.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
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
                ? claimed(SendBatch.joined(topics.together(queue), waiting, header), waiting)
                : SendBatch.of(delivery);
    }

    /**
     * The attempt counts for all of them, so that an edit does not take back what is on its way. One that is being edited or erased at
     * this moment is not sent along, nor is what comes after it, which may be of the same user.
     */
    private SendBatch claimed(SendBatch joined, long waiting) {
        if (!joined.isJoined()) {
            return joined;
        }
        List<Long> others = joined.ids().subList(1, joined.ids().size());
        Set<Long> counted = deliveries.countAttempts(others);
        if (counted.size() == others.size()) {
            return joined;
        }
        List<Delivery> left = joined.deliveries().stream()
                .takeWhile(one -> one == joined.first() || counted.contains(one.id()))
                .toList();
        joined.deliveries().stream()
                .skip(left.size())
                .map(Delivery::id)
                .filter(counted::contains)
                .forEach(deliveries::uncountAttempt);
        return SendBatch.joined(left, waiting, header);
    }
}
