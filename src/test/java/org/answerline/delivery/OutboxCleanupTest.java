package org.answerline.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.answerline.sandbox.SharedDatabase;
import org.answerline.sandbox.UsesSharedDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is deleted of the outbox, and what is kept. */
@UsesSharedDatabase
class OutboxCleanupTest {

    private static final long CHAT = 7;

    private final OutboxFixture outbox = new OutboxFixture();
    private final OutboxCleanup cleanup = outbox.beans.get(OutboxCleanup.class);

    @AfterEach
    void close() {
        outbox.close();
    }

    @Test
    void deliveriesThatEndedAreKeptForThirtyDays() {
        long sent = outbox.word(CHAT, "sent");
        long gaveUp = outbox.word(CHAT, "given up");
        long waiting = outbox.word(CHAT, "waiting");
        ended(sent, "SENT");
        ended(gaveUp, "GAVE_UP");
        outbox.clock.pass(Duration.ofDays(30).minusMinutes(1));
        deleteHistory();
        assertEquals(List.of(sent, gaveUp, waiting), ids());
        outbox.clock.pass(Duration.ofMinutes(2));
        deleteHistory();
        assertEquals(List.of(waiting), ids());
    }

    @Test
    void theQueueOfAChatIsDeletedWhenNothingHasWaitedForAWhile() {
        outbox.word(CHAT, "waiting");
        SharedDatabase.sql(
                "insert into delivery_lanes (chat_id, due_at) values (?, now() - interval '1 hour'),"
                        + " (8, now() - interval '1 hour'), (9, now())",
                CHAT);
        outbox.beans.inTransaction(cleanup::deleteIdleQueues);
        assertEquals(
                List.of(CHAT, 9L),
                SharedDatabase.sql("select chat_id from delivery_lanes order by chat_id").stream()
                        .map(row -> row.get("chat_id"))
                        .toList());
    }

    private void ended(long delivery, String state) {
        SharedDatabase.sql(
                "update deliveries set state = ?, finished_at = ? where id = ?",
                state,
                outbox.clock.instant().atOffset(java.time.ZoneOffset.UTC),
                delivery);
    }

    private void deleteHistory() {
        outbox.beans.inTransaction(cleanup::deleteHistory);
    }

    private static List<Object> ids() {
        return SharedDatabase.sql("select id from deliveries order by id").stream()
                .map(row -> row.get("id"))
                .toList();
    }
}
