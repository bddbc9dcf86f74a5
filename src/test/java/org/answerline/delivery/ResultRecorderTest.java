package org.answerline.delivery;

import static org.answerline.delivery.OutboxFixture.OPERATORS;
import static org.answerline.delivery.OutboxFixture.WORKER;
import static org.answerline.delivery.OutboxFixture.parts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.answerline.delivery.message.DeliveryEvent;
import org.answerline.delivery.message.OutboxMessage;
import org.answerline.delivery.send.SendBatch;
import org.answerline.delivery.send.SendResult;
import org.answerline.sandbox.SharedDatabase;
import org.answerline.sandbox.UsesSharedDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Results are recorded as long as the database is unavailable; a fault of the program is never repeated for ever. */
@UsesSharedDatabase
class ResultRecorderTest {

    private static final SendResult SENT = new SendResult.Sent(List.of(77L));

    private final OutboxFixture outbox = new OutboxFixture();
    private final AtomicInteger attempts = new AtomicInteger();
    private final AtomicInteger pauses = new AtomicInteger();
    private final long message = outbox.message(outbox.user("a"));
    private final long delivery = outbox.put(OutboxMessage.notice(OPERATORS, message, parts("a"), Duration.ZERO))
            .get(0);
    private final SendBatch batch = outbox.claimOne();

    @AfterEach
    void close() {
        outbox.close();
    }

    @Test
    void aResultIsRecordedOnce() {
        record(SENT, attempt -> {});
        assertEquals("SENT", outbox.state(delivery));
        assertEquals(1, attempts.get());
        assertEquals(0, pauses.get());
    }

    @Test
    void aResultIsRecordedAgainUntilTheDatabaseIsBack() {
        record(SENT, attempt -> {
            if (attempt <= 20) {
                throw new IllegalStateException(new SQLException("terminating connection", "57P01"));
            }
        });
        assertEquals(21, attempts.get());
        assertEquals("SENT", outbox.state(delivery));
        assertNull(outbox.delivery(delivery).get("failure"));
        assertEquals(List.of(), outbox.alarms());
    }

    @Test
    void aConflictWithAnotherTransactionPasses() {
        record(SENT, attempt -> {
            if (attempt < 3) {
                throw new IllegalStateException(new SQLException("deadlock detected", "40P01"));
            }
        });
        assertEquals("SENT", outbox.state(delivery));
        assertNull(outbox.delivery(delivery).get("failure"));
    }

    @Test
    void whatWasSentIsMarkedSentAndTheChatIsReleasedWithAnAlarmAfterAFaultOfTheProgram() {
        record(SENT, attempt -> {
            throw new IllegalArgumentException("a bug");
        });
        assertEquals(3, attempts.get());
        var row = outbox.delivery(delivery);
        assertEquals("SENT", row.get("state"));
        assertEquals("77", row.get("telegram_message_ids"));
        assertEquals("fault in this program: IllegalArgumentException", row.get("failure"));
        assertEquals(
                List.of(Map.of("delivery", "DELIVERED")),
                SharedDatabase.sql("select delivery from support_messages where id = ?", message));
        assertReleasedWithAnAlarm();
    }

    @Test
    void whatWasNotSentIsTriedAgainAndGivenUpAfterFiveFaultsOfTheProgram() {
        var batchNow = batch;
        for (int fault = 1; fault <= 5; fault++) {
            assertEquals("WAITING", outbox.state(delivery));
            record(batchNow, new SendResult.Unavailable(), attempt -> {
                throw new IllegalArgumentException("a bug");
            });
            assertReleasedWithAnAlarm();
            outbox.passWaits();
            batchNow = fault < 5 ? outbox.claimOne() : null;
        }
        assertEquals("GAVE_UP", outbox.state(delivery));
        assertEquals(List.of(), outbox.claim());
    }

    @Test
    void aFaultOfAnObserverIsAFaultOfTheProgram() {
        outbox.beans.with(Failing.class, new Failing());
        record(SENT, attempt -> {});
        assertEquals("SENT", outbox.state(delivery));
        assertEquals(
                "fault in this program: IllegalStateException",
                outbox.delivery(delivery).get("failure"));
        assertReleasedWithAnAlarm();
    }

    @Test
    void aPlannedStopEndsTheRepetition() {
        var recorder = recorder(attempt -> {
            throw new IllegalStateException(new SQLException("terminating connection", "57P01"));
        });
        recorder.record(batch, SENT, WORKER, false, () -> pauses.incrementAndGet() == 2);
        assertEquals(2, attempts.get());
        assertEquals("WAITING", outbox.state(delivery));
    }

    private void assertReleasedWithAnAlarm() {
        assertNull(outbox.queue(OPERATORS).get("carrier"));
        assertTrue(outbox.secondsUntilDue(OPERATORS) > 0);
        assertEquals(
                List.of(OPERATORS),
                outbox.alarms().stream().map(alarm -> alarm.get("chat_id")).toList());
    }

    private void record(SendResult result, IntConsumer attempt) {
        record(batch, result, attempt);
    }

    private void record(SendBatch what, SendResult result, IntConsumer attempt) {
        recorder(attempt).record(what, result, WORKER, false, () -> {
            assertTrue(pauses.incrementAndGet() < 100, "repeated for ever");
            return false;
        });
    }

    /** A recorder whose transactions are those of a server: each call has its own, and {@code attempt} may fail in it. */
    private ResultRecorder recorder(IntConsumer attempt) {
        outbox.beans.fill(OutboxStore.class, new OutboxStore() {
            @Override
            Optional<SendBatch> record(SendBatch sent, SendResult result, String worker, boolean isToGoOn) {
                return outbox.beans.returned(() -> {
                    var next = super.record(sent, result, worker, isToGoOn);
                    attempt.accept(attempts.incrementAndGet());
                    return next;
                });
            }
        });
        outbox.beans.fill(UnrecordedDeliveries.class, new UnrecordedDeliveries() {
            @Override
            void probeDatabase() {
                outbox.beans.inTransaction(super::probeDatabase);
            }

            @Override
            void sent(SendBatch sent, String worker, List<Long> messageIds, Exception fault) {
                outbox.beans.inTransaction(() -> super.sent(sent, worker, messageIds, fault));
            }

            @Override
            void notSent(SendBatch lost, String worker, Exception fault) {
                outbox.beans.inTransaction(() -> super.notSent(lost, worker, fault));
            }
        });
        return outbox.beans.fill(ResultRecorder.class, new ResultRecorder());
    }

    /** Listens to deliveries and has a bug. */
    static final class Failing {
        void observe(@Observes DeliveryEvent event) {
            throw new IllegalStateException("a bug");
        }
    }
}
