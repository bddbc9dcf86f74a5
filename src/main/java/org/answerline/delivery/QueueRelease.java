package org.answerline.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.answerline.delivery.schedule.PausedChats;
import org.answerline.delivery.schedule.WokenChats;
import org.answerline.delivery.send.SendBatch;
import org.answerline.delivery.send.SendRateLimits;
import org.answerline.telegram.RetryPolicy;

/**
 * Releases a chat's queue after a batch, with the wait before the next one.
 *
 * <p>The first release of a batch counts; a second one finds the queue released and changes nothing.
 */
@ApplicationScoped
class QueueRelease {

    @Inject
    private ChatQueues chatQueues;

    @Inject
    private QueueStatements statements;

    @Inject
    private PausedChats pausedChats;

    @Inject
    private WokenChats wokenChats;

    @Inject
    private SendRateLimits rateLimits;

    @Inject
    private Clock clock;

    /**
     * After a part of a delivery was sent: the rest may follow when the rate limit of the chat allows it.
     *
     * @param messages how many were sent; an album counts by its files
     */
    void afterSending(long chatId, String worker, int messages) {
        tryAgain(chatId, chatQueues.releaseAfterSending(chatId, worker, rateLimits.of(chatId), messages));
    }

    /**
     * After a whole batch was sent: ends its deliveries by the same statement.
     *
     * @param messageIds the message_ids of Telegram; none for a reaction, which does not count for the rate limit
     */
    QueueStatements.Finished finish(SendBatch batch, String worker, List<Long> messageIds) {
        long chatId = batch.chatId();
        QueueStatements.Finished finished =
                statements.finish(chatId, worker, batch.ids(), messageIds, rateLimits.of(chatId), clock.instant());
        pausedChats.pauseFor(chatId, finished.delay());
        if (finished.isMoreWaiting()) {
            wokenChats.wakeIn(chatId, finished.delay());
        }
        return finished;
    }

    /** Without a wait; the number of failures in a row stays. */
    void now(long chatId, String worker) {
        in(Duration.ZERO, chatId, worker);
    }

    /** After a short wait that is nobody's fault. */
    void in(Duration wait, long chatId, String worker) {
        chatQueues.release(chatId, worker, wait);
        tryAgain(chatId, wait);
    }

    /** Without a wait; and removes the queue if nothing was ever sent to the chat. */
    void removeUnused(long chatId, String worker) {
        now(chatId, worker);
        chatQueues.removeUnused(chatId);
    }

    /** After a failure, with this wait. */
    void afterFailure(long chatId, String worker, Duration wait) {
        chatQueues.releaseAfterFailure(chatId, worker, wait);
        tryAgain(chatId, wait);
    }

    /** After a failure, with a wait that grows with the failures in a row. */
    void backOff(long chatId, String worker) {
        double chance = ThreadLocalRandom.current().nextDouble();
        afterFailure(chatId, worker, RetryPolicy.pause(chatQueues.failures(chatId) + 1, chance));
    }

    private void tryAgain(long chatId, Duration wait) {
        pausedChats.pauseFor(chatId, wait);
        wokenChats.wakeIn(chatId, wait);
    }
}
