package org.answerline.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.answerline.delivery.message.Delivery;
import org.answerline.delivery.schedule.ChatScan;
import org.answerline.delivery.schedule.WokenChats;
import org.answerline.delivery.send.SendBatch;
import org.answerline.delivery.send.SendResult;

/** The two transactions of sending: claims what is due, and records what came of it. */
@ApplicationScoped
@Transactional
class OutboxStore {

    /** The longest time between two claims. */
    static final Duration LONGEST_SLEEP = Duration.ofSeconds(1);

    /** The time until the next claim when the rate limit over all chats is reached. */
    private static final Duration RATE_LIMIT_PAUSE = Duration.ofMillis(50);

    /**
     * What a worker claimed.
     *
     * @param nextClaim how long to wait before the next claim unless something new comes in
     * @param isExhausted whether nothing can be sent before that, whatever comes in
     */
    record Claim(List<SendBatch> batches, Duration nextClaim, boolean isExhausted) {}

    @Inject
    private QueueClaims queueClaims;

    @Inject
    private TotalSendRate totalRate;

    @Inject
    private WokenChats wokenChats;

    @Inject
    private NoticeBatching noticeBatching;

    @Inject
    private TopicBatches topicBatches;

    @Inject
    private BatchResults results;

    /** Keeps the queues that the worker has, so that no other worker takes them for those of a dead one. */
    @Transactional(Transactional.TxType.SUPPORTS)
    void renew(String worker, Set<Long> claimed) {
        if (!claimed.isEmpty()) {
            queueClaims.renew(worker, claimed);
        }
    }

    /**
     * Searches the outbox for chats that nobody named: what another node has put in or left, and what became due in the meantime.
     *
     * @param scan where the last search ended; moved on by this one
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    void search(ChatScan scan) {
        queueClaims.search(scan);
    }

    /**
     * Claims the queues of woken chats whose next message is due, and takes one batch of each.
     *
     * @param claimed the chats whose queues the worker has already
     * @param most how many more it can send to
     */
    Claim claim(String worker, Set<Long> claimed, int most) {
        List<Long> chatIds = most == 0 ? List.of() : wokenChats.take(claimed, ChatScan.STRETCH);
        if (chatIds.isEmpty()) {
            return new Claim(
                    List.of(), most == 0 ? LONGEST_SLEEP : wokenChats.untilFirst(claimed, LONGEST_SLEEP), most == 0);
        }
        int allowed = totalRate.allowance(Math.min(most, chatIds.size()));
        if (allowed == 0) {
            chatIds.forEach(wokenChats::wake);
            return new Claim(List.of(), RATE_LIMIT_PAUSE, true);
        }
        List<Delivery> heads = queueClaims.claim(worker, chatIds, allowed);
        totalRate.count(heads.size());
        List<SendBatch> batches = heads.stream().map(this::batchOf).toList();
        return new Claim(batches, wokenChats.untilFirst(claimed, LONGEST_SLEEP), false);
    }

    /**
     * Stores the result of sending a batch and releases the queue of its chat.
     *
     * @param isToGoOn whether the worker wants the next batch of the same chat, if it may be sent at once; claiming it in this transaction
     *     saves one for each message of a long queue
     * @return that batch
     */
    Optional<SendBatch> record(SendBatch batch, SendResult result, String worker, boolean isToGoOn) {
        results.store(batch, result, worker);
        return isToGoOn && totalRate.isUnlimited() && wokenChats.take(batch.chatId())
                ? queueClaims.claim(worker, List.of(batch.chatId()), 1).stream()
                        .map(this::batchOf)
                        .findFirst()
                : Optional.empty();
    }

    private SendBatch batchOf(Delivery head) {
        return topicBatches.placed(noticeBatching.batchOf(head));
    }
}
