package org.answerline.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.answerline.delivery.alarm.Alarms;
import org.answerline.delivery.message.OperatorChatIdentity;
import org.answerline.delivery.send.SendBatch;
import org.answerline.platform.database.JdbcClient;
import org.answerline.platform.observability.Metrics;

/**
 * What becomes of a delivery whose outcome cannot be recorded because of a fault of this program, while the database works.
 *
 * <p>It is recorded by plain statements that need none of the code which failed: what Telegram took is not sent again, and what it did
 * not take is tried a few times more and then ends, so that its chat is free.
 */
@ApplicationScoped
@Transactional
class UnrecordedDeliveries {

    /** So many faults of ours end a message. */
    private static final int MOST_FAULTS = 5;

    private static final Duration PAUSE = Duration.ofSeconds(5);

    @Inject
    private JdbcClient database;

    @Inject
    private QueueRelease queue;

    @Inject
    private Alarms alarms;

    @Inject
    private OperatorChatIdentity operators;

    @Inject
    private Metrics metrics;

    /** Whether the database answers at all; fails when it does not. */
    void probeDatabase() {
        database.number("select 1");
    }

    /** Telegram took it. */
    void sent(SendBatch batch, String worker, List<Long> messageIds, Exception fault) {
        database.update(
                """
                update deliveries set state = 'SENT', finished_at = now(), telegram_message_ids = ?, failure = ?
                where finished_at is null and id = any (?)
                """,
                messageIds.stream().map(String::valueOf).collect(Collectors.joining(",")),
                reason(fault),
                batch.ids());
        database.update(
                """
                update support_messages m set delivery = 'DELIVERED', delivery_failure = null, changed_at = now()
                where delivery = 'WAITING' and id in (select support_message_id from deliveries where id = any (?))
                and not exists (select 1 from deliveries d where d.support_message_id = m.id and d.finished_at is null)
                """,
                batch.ids());
        release(batch, worker, fault);
    }

    /** Telegram did not take it, or nobody knows. */
    void notSent(SendBatch batch, String worker, Exception fault) {
        database.update(
                "update deliveries set unlisted_refusals = unlisted_refusals + 1 where id = any (?)", batch.ids());
        database.update(
                """
                update support_messages set delivery = 'FAILED', delivery_failure = ?, changed_at = now()
                where delivery = 'WAITING' and id in
                  (select support_message_id from deliveries where id = any (?) and unlisted_refusals >= ?)
                """,
                reason(fault),
                batch.ids(),
                MOST_FAULTS);
        database.update(
                """
                update deliveries set state = 'GAVE_UP', finished_at = now(), failure = ?
                where finished_at is null and id = any (?) and unlisted_refusals >= ?
                """,
                reason(fault),
                batch.ids(),
                MOST_FAULTS);
        release(batch, worker, fault);
    }

    private void release(SendBatch batch, String worker, Exception fault) {
        metrics.count(
                "answerline.deliveries.unrecorded", "purpose", batch.purpose().name());
        if (operators.isOperatorChat(batch.chatId())) {
            alarms.raise(batch.chatId(), reason(fault), Duration.ZERO);
        }
        queue.afterFailure(batch.chatId(), worker, PAUSE);
    }

    private static String reason(Exception fault) {
        return "fault in this program: " + fault.getClass().getSimpleName();
    }
}
