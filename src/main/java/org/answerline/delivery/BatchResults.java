package org.answerline.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.answerline.delivery.send.SendBatch;
import org.answerline.delivery.send.SendResult;

/** Stores the result of sending a batch and releases the queue of its chat, in the caller's transaction. */
@ApplicationScoped
class BatchResults {

    @Inject
    private AcceptedBatches accepted;

    @Inject
    private FailedBatches failed;

    @Inject
    private UnrecordedDeliveries unrecorded;

    @Inject
    private TopicResults topics;

    void store(SendBatch batch, SendResult result, String worker) {
        topics.settle(batch, result);
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
            failed.retryAfter(batch, worker, result.delay());
        }

        @Override
        public void chatMoved(SendResult.ChatMoved result) {
            if (batch.first().isCopy()) {
                failed.copyRefused(batch, worker, "the chat of the original has moved");
            } else {
                failed.chatMoved(batch.chatId(), worker, result.newChatId());
            }
        }

        @Override
        public void chatClosed(SendResult.ChatClosed result) {
            if (batch.first().isCopy()) {
                failed.copyRefused(batch, worker, result.reason());
            } else {
                failed.chatClosed(batch, worker, result.reason());
            }
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
        public void topic(SendResult.TopicResult result) {
            topics.record(batch, worker, result);
        }

        @Override
        public void programFault(SendResult.ProgramFault result) {
            unrecorded.notSent(batch, worker, result.fault());
        }
    }
}
