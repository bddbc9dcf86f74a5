package org.answerline.delivery;

import static org.answerline.delivery.OutboxFixture.WORKER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.answerline.delivery.schedule.WokenChats;
import org.answerline.delivery.send.SendBatch;
import org.answerline.delivery.send.SendResult;
import org.answerline.sandbox.UsesSharedDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which deliveries a worker gets without searching the outbox. */
@UsesSharedDatabase
class WokenClaimTest {

    private static final SendResult SENT = new SendResult.Sent(List.of(1L));

    private OutboxFixture outbox = new OutboxFixture();

    @AfterEach
    void close() {
        outbox.close();
    }

    @Test
    void aChatThatWasWokenIsClaimedWithoutASearch() {
        outbox.word(1, "a");
        long named = outbox.word(2, "b");
        outbox.beans.get(WokenChats.class).wakeAfterPause(2);
        assertEquals(
                List.of(named),
                claimWoken().stream().flatMap(batch -> batch.ids().stream()).toList());
        assertEquals(List.of(), claimWoken());
    }

    @Test
    void aWorkerGoesOnWithAChatThatMoreWaitsFor() {
        outbox.word(1, "a");
        long second = outbox.word(1, "b");
        outbox.record(outbox.claimOne(), SENT);
        var batch = claimWoken().get(0);
        assertEquals(List.of(second), batch.ids());
        outbox.record(batch, SENT);
        assertEquals(List.of(), claimWoken());
    }

    @Test
    void theNextBatchOfAChatIsClaimedWithTheRecordOfTheOneBefore() {
        outbox.close();
        outbox = new OutboxFixture(0);
        outbox.word(1, "a");
        long second = outbox.word(1, "b");
        var next = recordAndGoOn(outbox.claimOne());
        assertEquals(List.of(second), next.get().ids());
        assertEquals(WORKER, outbox.queue(1).get("carrier"));
        assertEquals(1, outbox.delivery(second).get("attempts"));
        assertEquals(Optional.empty(), recordAndGoOn(next.get()));
        assertNull(outbox.queue(1).get("carrier"));
    }

    @Test
    void aWorkerDoesNotGoOnWhileARateLimitIsKept() {
        IntStream.range(0, 2).forEach(i -> outbox.word(1, "a"));
        assertEquals(Optional.empty(), recordAndGoOn(outbox.claimOne()));
        outbox.close();
        outbox = new OutboxFixture(0);
        IntStream.range(0, 4).forEach(i -> outbox.word(1, "a"));
        var next = recordAndGoOn(recordAndGoOn(outbox.claimOne()).get());
        assertEquals(Optional.empty(), recordAndGoOn(next.get()));
    }

    private Optional<SendBatch> recordAndGoOn(SendBatch batch) {
        return outbox.beans.returned(() -> outbox.beans.get(OutboxStore.class).record(batch, SENT, WORKER, true));
    }

    @Test
    void aChatThatAnotherWorkerHasIsTriedAgainSoon() {
        outbox.word(1, "a");
        outbox.claim("worker-2", 32);
        var claim = outbox.claim(WORKER, 32);
        assertEquals(new OutboxStore.Claim(List.of(), Duration.ofMillis(100), false), claim);
    }

    @Test
    void aDeliveryThatMovedToAnotherChatMeanwhileIsNotClaimedForTheFormerOne() {
        long moved = outbox.word(1, "a");
        outbox.record(outbox.claimOne(), new SendResult.ChatMoved(-1001));
        outbox.passWaits();
        assertEquals(List.of(moved), outbox.claimedIds());
        assertEquals(WORKER, outbox.queue(-1001).get("carrier"));
        assertNull(outbox.queue(1).get("carrier"));
    }

    private List<SendBatch> claimWoken() {
        return outbox.beans.returned(() ->
                outbox.beans.get(OutboxStore.class).claim(WORKER, Set.of(), 32).batches());
    }
}
