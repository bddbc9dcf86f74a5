package org.answerline.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private ChatQueues chatQueues;

    @Inject
    private TotalSendRate totalRate;

    @Inject
    private DeliveryRepository deliveries;

    @Inject
    private NoticeBatching noticeBatching;

    @Inject
    private AcceptedBatches accepted;

    @Inject
    private FailedBatches failed;

    @Inject
    private UnrecordedDeliveries unrecorded;

    /**
     * Claims the queues of chats whose next message is due, and takes one batch of each. Renews the leases of the queues that the
     * worker has.
     *
     * @param claimed the chats whose queues the worker has already
     * @param most how many more it can send to
     * @param scan where the worker's last claim ended; moved on by this one
     */
    Claim claim(String worker, Set<Long> claimed, int most, ChatScan scan) {
        if (!claimed.isEmpty()) {
            chatQueues.renew(worker, claimed);
        }
        if (most == 0) {
            return new Claim(List.of(), LONGEST_SLEEP, true);
        }
        int allowed = totalRate.allowance(most);
        if (allowed == 0) {
            return new Claim(List.of(), RATE_LIMIT_PAUSE, true);
        }
        Map<Long, Boolean> waiting = chatQueues.waiting(scan.after(), ChatScan.STRETCH);
        List<Long> chatIds = claimQueues(worker, claimed, allowed, waiting);
        totalRate.count(chatIds.size());
        Duration wait = scan.advance(waiting.keySet(), nextDue(waiting.keySet(), allowed == chatIds.size()));
        return new Claim(batches(chatIds), wait, false);
    }

    private List<Long> claimQueues(String worker, Set<Long> claimed, int most, Map<Long, Boolean> waiting) {
        List<Long> withoutQueue =
                waiting.keySet().stream().filter(chat -> !waiting.get(chat)).toList();
        if (!withoutQueue.isEmpty()) {
            chatQueues.create(withoutQueue);
        }
        List<Long> others = waiting.keySet().stream()
                .filter(chat -> !claimed.contains(chat))
                .toList();
        return others.isEmpty() ? List.of() : chatQueues.claim(worker, others, most);
    }

    private List<SendBatch> batches(List<Long> chatIds) {
        return chatIds.isEmpty()
                ? List.of()
                : deliveries.takeHeads(chatIds).stream()
                        .map(noticeBatching::batchOf)
                        .toList();
    }

    private Duration nextDue(Collection<Long> chatIds, boolean isLimitReached) {
        if (chatIds.isEmpty()) {
            return LONGEST_SLEEP;
        }
        return isLimitReached ? Duration.ZERO : chatQueues.nextDue(chatIds, LONGEST_SLEEP);
    }

    /** Stores the result of sending a batch and releases the queue of its chat. */
    void record(SendBatch batch, SendResult result, String worker) {
        result.handleWith(new Recording(batch, worker));
    }

    /** Calls what stores each kind of result. */
    private final class Recording implements SendResult.Handler {
        private final SendBatch batch;
        private final String worker;

        Recording(SendBatch batch, String worker) {
            this.batch = batch;
            this.worker = worker;
        }

        @Override
        public void sent(SendResult.Sent result) {
            accepted.sent(batch, worker, result.messageIds());
        }

        @Override
        public void reacted(SendResult.Reacted result) {
            accepted.reacted(batch, worker);
        }

        @Override
        public void deleted(SendResult.Deleted result) {
            accepted.deleted(batch, worker, result.refusal());
        }

        @Override
        public void givenUp(SendResult.GivenUp result) {
            failed.gaveUp(batch, worker, result.reason());
        }

        @Override
        public void retryAfter(SendResult.RetryAfter result) {
            failed.retryAfter(batch.chatId(), worker, result.delay());
        }

        @Override
        public void chatMoved(SendResult.ChatMoved result) {
            failed.chatMoved(batch.chatId(), worker, result.newChatId());
        }

        @Override
        public void chatClosed(SendResult.ChatClosed result) {
            failed.chatClosed(batch, worker, result.reason());
        }

        @Override
        public void refused(SendResult.Refused result) {
            failed.refused(batch, worker, result.reason());
        }

        @Override
        public void unlisted(SendResult.Unlisted result) {
            failed.refusedUnlisted(batch, worker, result.reason());
        }

        @Override
        public void tokenRefused(SendResult.TokenRefused result) {
            failed.tokenRefused(batch.chatId(), worker, result.reason());
        }

        @Override
        public void unavailable(SendResult.Unavailable result) {
            failed.unavailable(batch.chatId(), worker);
        }

        @Override
        public void outcomeUnknown(SendResult.OutcomeUnknown result) {
            failed.outcomeUnknown(batch, worker, result.reason(), result.isItsOwn());
        }

        @Override
        public void contentMissing(SendResult.ContentMissing result) {
            failed.contentMissing(batch, worker, result.reason());
        }

        @Override
        public void contentUnreadable(SendResult.ContentUnreadable result) {
            failed.contentUnreadable(batch, worker, result.reason());
        }

        @Override
        public void programFault(SendResult.ProgramFault result) {
            unrecorded.notSent(batch, worker, result.fault());
        }
    }
}
