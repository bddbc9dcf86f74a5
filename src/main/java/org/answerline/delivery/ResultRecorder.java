package org.answerline.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.BooleanSupplier;
import org.answerline.platform.database.DatabaseUnavailable;
import org.answerline.platform.observability.Log;

/** Stores the results of sending. It repeats while the database is unavailable; after any other fault it releases the chat and raises an alarm. */
@ApplicationScoped
class ResultRecorder {

    private static final Logger LOG = Log.of(ResultRecorder.class);

    /** A conflict with somebody who changes the same rows passes; a fault of ours does not. */
    private static final int TRIES = 3;

    @Inject
    private OutboxStore outboxStore;

    @Inject
    private RefusalLedger refusals;

    @Inject
    private UnrecordedDeliveries unrecorded;

    /**
     * Stores a result, however long the database is unavailable.
     *
     * @param pause waits a moment; says whether it is time to stop
     */
    void record(SendBatch batch, SendResult result, String worker, BooleanSupplier pause) {
        int tries = 0;
        do {
            try {
                result.handleWith(new Storing(batch, worker));
                return;
            } catch (Exception fault) {
                tries += isDatabaseUnavailable(fault) ? 0 : 1;
                LOG.log(Level.WARNING, () -> batch + " is not recorded yet: " + fault);
                if (tries >= TRIES && recordedPlainly(batch, result, worker, fault)) {
                    return;
                }
            }
        } while (!pause.getAsBoolean());
    }

    private boolean recordedPlainly(SendBatch batch, SendResult result, String worker, Exception fault) {
        LOG.log(Level.ERROR, batch + " cannot be recorded because of a fault in this program", fault);
        try {
            if (result.messageIds().isEmpty()) {
                unrecorded.notSent(batch, worker, fault);
            } else {
                unrecorded.sent(batch, worker, result.messageIds(), fault);
            }
            return true;
        } catch (Exception again) {
            LOG.log(Level.ERROR, batch + " cannot be released yet", again);
            return false;
        }
    }

    /** Not every layer above a driver says why it failed, so the database is asked. */
    private boolean isDatabaseUnavailable(Exception fault) {
        if (DatabaseUnavailable.causes(fault)) {
            return true;
        }
        try {
            unrecorded.probeDatabase();
            return false;
        } catch (Exception unavailable) {
            return true;
        }
    }

    /** Which statements store which result. */
    private final class Storing implements SendResult.Handler {
        private final SendBatch batch;
        private final String worker;

        Storing(SendBatch batch, String worker) {
            this.batch = batch;
            this.worker = worker;
        }

        @Override
        public void sent(SendResult.Sent result) {
            outboxStore.sent(batch, worker, result.messageIds());
        }

        @Override
        public void reacted(SendResult.Reacted result) {
            outboxStore.reacted(batch, worker);
        }

        @Override
        public void deleted(SendResult.Deleted result) {
            outboxStore.erased(batch, worker, result.refusal());
        }

        @Override
        public void givenUp(SendResult.GivenUp result) {
            outboxStore.gaveUp(batch, worker, result.reason());
        }

        @Override
        public void retryAfter(SendResult.RetryAfter result) {
            outboxStore.waitFor(batch.chatId(), worker, result.delay());
        }

        @Override
        public void chatMoved(SendResult.ChatMoved result) {
            outboxStore.moved(batch.chatId(), worker, result.newChatId());
        }

        @Override
        public void chatClosed(SendResult.ChatClosed result) {
            refusals.chatClosed(batch, worker, result.reason());
        }

        @Override
        public void refused(SendResult.Refused result) {
            refusals.messageRefused(batch, worker, result.reason());
        }

        @Override
        public void unlisted(SendResult.Unlisted result) {
            refusals.refusedUnlisted(batch, worker, result.reason());
        }

        @Override
        public void tokenRefused(SendResult.TokenRefused result) {
            outboxStore.tokenRefused(batch.chatId(), worker, result.reason());
        }

        @Override
        public void unavailable(SendResult.Unavailable result) {
            outboxStore.putBack(batch.chatId(), worker);
        }

        @Override
        public void outcomeUnknown(SendResult.OutcomeUnknown result) {
            refusals.outcomeUnknown(batch, worker, result.reason(), result.isItsOwn());
        }

        @Override
        public void contentMissing(SendResult.ContentMissing result) {
            refusals.contentGone(batch, worker, result.reason());
        }

        @Override
        public void contentUnreadable(SendResult.ContentUnreadable result) {
            refusals.machineAtFault(batch, worker, result.reason());
        }

        @Override
        public void programFault(SendResult.ProgramFault result) {
            unrecorded.notSent(batch, worker, result.fault());
        }
    }
}
