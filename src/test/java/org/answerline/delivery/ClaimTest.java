package org.answerline.delivery;

import static org.answerline.delivery.OutboxFixture.OPERATORS;
import static org.answerline.delivery.OutboxFixture.WORKER;
import static org.answerline.delivery.OutboxFixture.parts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.answerline.delivery.message.OutboxMessage;
import org.answerline.delivery.schedule.ChatScan;
import org.answerline.delivery.schedule.PausedChats;
import org.answerline.delivery.send.SendBatch;
import org.answerline.delivery.send.SendResult;
import org.answerline.sandbox.SharedDatabase;
import org.answerline.sandbox.UsesSharedDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Which deliveries a worker gets, and when. */
@UsesSharedDatabase
@Order(1)
class ClaimTest {

    private static final SendResult SENT = new SendResult.Sent(List.of(1L));

    private OutboxFixture outbox = new OutboxFixture();

    @AfterEach
    void close() {
        outbox.close();
    }

    @Test
    void theFirstDeliveryOfEachChatIsClaimedAndCountedAsAnAttempt() {
        long first = outbox.word(1, "a");
        outbox.word(1, "b");
        long other = outbox.word(2, "c");
        assertEquals(List.of(first, other), outbox.claimedIds());
        assertEquals(1, outbox.delivery(first).get("attempts"));
    }

    @Test
    void aChatIsSentToInOrder() {
        long first = outbox.word(1, "a");
        long second = outbox.word(1, "b");
        var batch = outbox.claimOne();
        assertEquals(List.of(first), batch.ids());
        assertEquals(List.of(), outbox.claim());
        outbox.record(batch, SENT);
        assertEquals(List.of(second), outbox.claimedIds());
    }

    @Test
    void questionsAreSentBeforeOurOwnHints() {
        outbox.word(OPERATORS, "hint");
        long question = outbox.notice(outbox.user("a"), "question");
        assertEquals(List.of(question), outbox.claimedIds());
    }

    @Test
    void usersTakeTurnsInTheQueueOfAGroup() {
        long anna = outbox.user("a");
        long boris = outbox.user("b");
        long first = outbox.notice(anna, "1");
        long second = outbox.notice(anna, "2");
        long others = outbox.notice(boris, "3");
        for (long expected : new long[] {first, others, second}) {
            var batch = outbox.claimOne();
            assertEquals(List.of(expected), batch.ids());
            outbox.record(batch, SENT);
        }
    }

    @Test
    void aQuestionThatComesIntoALongQueueTakesItsTurn() {
        long anna = outbox.user("a");
        List<Long> flood = LongStream.range(0, 4)
                .map(number -> outbox.notice(anna, "" + number))
                .boxed()
                .toList();
        for (long expected : flood.subList(0, 3)) {
            var batch = outbox.claimOne();
            assertEquals(List.of(expected), batch.ids());
            outbox.record(batch, SENT);
        }
        long others = outbox.notice(outbox.user("b"), "5");
        assertEquals(List.of(others), outbox.claimedIds());
    }

    @Test
    void aDeliveryThatIsTriedAgainIsFoundBeforeLaterOnes() {
        long anna = outbox.user("a");
        long refused = outbox.notice(anna, "1");
        long sent = outbox.notice(anna, "2");
        outbox.notice(anna, "3");
        outbox.record(outbox.claimOne(), new SendResult.GivenUp("refused"));
        var batch = outbox.claimOne();
        assertEquals(List.of(sent), batch.ids());
        outbox.record(batch, SENT);
        SharedDatabase.sql(
                "update deliveries set state = 'WAITING', finished_at = null, failure = null where id = ?", refused);
        assertEquals(List.of(refused), outbox.claimedIds());
    }

    @Test
    void whatALongTransactionHasAddedIsFoundAfterFiveSeconds() {
        outbox.word(1, "a");
        outbox.record(outbox.claimOne(), SENT);
        long late = outbox.word(1, "b");
        SharedDatabase.sql("update delivery_lanes set others_from = now() + interval '1 hour', searched_at = now()");
        assertEquals(List.of(), outbox.claimedIds());
        SharedDatabase.sql("update delivery_lanes set searched_at = now() - interval '6 seconds'");
        assertEquals(List.of(late), outbox.claimedIds());
    }

    @Test
    void theQueueOfAChatHasOneWorker() {
        outbox.word(1, "a");
        assertEquals(1, outbox.claim(WORKER, 32).batches().size());
        assertEquals(List.of(), outbox.claim("worker-2", 32).batches());
    }

    @Test
    void whatAWorkerThatDiedHadIsClaimedWhenItsLeaseEnds() {
        long delivery = outbox.word(1, "a");
        outbox.claim();
        SharedDatabase.sql("update delivery_lanes set leased_until = now() - interval '1 second'");
        var batches = outbox.claim("worker-2", 32).batches();
        assertEquals(List.of(delivery), batches.get(0).ids());
        assertEquals(2, outbox.delivery(delivery).get("attempts"));
    }

    @Test
    void aLeaseLastsTenSecondsByTheDatabasesClockAndIsRenewed() {
        outbox.word(1, "a");
        outbox.claim();
        assertEquals(10, leaseSeconds());
        SharedDatabase.sql("update delivery_lanes set leased_until = now() + interval '3 seconds'");
        var store = outbox.beans.get(OutboxStore.class);
        outbox.beans.inTransaction(() -> store.renew(WORKER, Set.of(1L)));
        assertEquals(10, leaseSeconds());
        SharedDatabase.sql("update delivery_lanes set leased_until = now() + interval '3 seconds'");
        outbox.beans.inTransaction(() -> store.renew("worker-2", Set.of(1L)));
        assertEquals(3, leaseSeconds());
    }

    private long leaseSeconds() {
        return outbox.number("select round(extract(epoch from leased_until - now())) from delivery_lanes");
    }

    @Test
    void twoWorkersAtOnceGetDifferentChatsAndDoNotWaitForEachOther() {
        outbox.close();
        outbox = new OutboxFixture(0);
        LongStream.rangeClosed(1, 4).forEach(chat -> outbox.word(chat, "a"));
        outbox.claim().forEach(batch -> outbox.record(batch, new SendResult.Unavailable()));
        try (var other = outbox.otherNode()) {
            outbox.beans.inTransaction(() -> {
                var mine = chats(outbox.beans.get(OutboxStore.class), WORKER, 2);
                var theirs = other.returned(() -> chats(other.get(OutboxStore.class), "worker-2", 32));
                assertEquals(2, mine.size());
                assertEquals(2, theirs.size());
                assertTrue(mine.stream().noneMatch(theirs::contains), () -> mine + " and " + theirs);
            });
        }
    }

    private static List<Long> chats(OutboxStore store, String worker, int most) {
        store.search(OutboxFixture.scan());
        return store.claim(worker, Set.of(), most).batches().stream()
                .map(SendBatch::chatId)
                .toList();
    }

    @Test
    void chatsThatAWorkerHasAreNotClaimedByItAgain() {
        outbox.word(1, "a");
        outbox.claim();
        SharedDatabase.sql("update delivery_lanes set leased_until = now() - interval '1 second'");
        var claim = outbox.claim(WORKER, Set.of(1L), 32);
        assertEquals(List.of(), claim.batches());
    }

    @Test
    void aWorkerWithoutAFreeHandOnlyRenewsItsLeases() {
        outbox.word(1, "a");
        var claim = outbox.claim(WORKER, 0);
        assertEquals(new OutboxStore.Claim(List.of(), Duration.ofSeconds(1), true), claim);
    }

    @Test
    void theRateLimitOverAllChatsIsSharedByTheNodes() {
        outbox.close();
        outbox = new OutboxFixture(2);
        LongStream.rangeClosed(1, 3).forEach(chat -> outbox.word(chat, "a"));
        assertEquals(2, outbox.claim("worker-2", 32).batches().size());
        var claim = outbox.claim(WORKER, 32);
        assertEquals(List.of(), claim.batches());
        assertTrue(claim.isExhausted());
        assertEquals(Duration.ofMillis(50), claim.nextClaim());
        SharedDatabase.sql(
                "update delivery_pace set recent = array(select at - interval '1 second' from unnest(recent) as at)");
        assertEquals(1, outbox.claim().size());
    }

    @Test
    void aPrivateChatIsPausedAfterItsBurst() {
        IntStream.range(0, 4).forEach(i -> outbox.word(1, "a"));
        for (int i = 0; i < 3; i++) {
            outbox.record(outbox.claimOne(), SENT);
        }
        var claim = outbox.claim(WORKER, 32);
        assertEquals(List.of(), claim.batches());
        assertFalse(claim.isExhausted());
        assertTrue(
                outbox.secondsUntilDue(1) > 2.0 && outbox.secondsUntilDue(1) <= 3.0,
                () -> "" + outbox.secondsUntilDue(1));
        assertTrue(outbox.beans.get(PausedChats.class).isPaused(1));
    }

    @Test
    void anAlbumCountsByItsFiles() {
        outbox.word(1, "a");
        outbox.word(1, "b");
        outbox.record(outbox.claimOne(), new SendResult.Sent(List.of(1L, 2L, 3L)));
        assertEquals(List.of(), outbox.claim());
    }

    @Test
    void aMessageThatIsHeldIsClaimedWhenItsTimeHasCome() {
        outbox.clock.pass(Duration.between(outbox.clock.instant(), Instant.now()));
        long user = outbox.user("a");
        long held = outbox.put(
                        OutboxMessage.notice(OPERATORS, outbox.message(user), parts("album"), Duration.ofSeconds(60)))
                .get(0);
        var claim = outbox.claim(WORKER, 32);
        assertEquals(List.of(), claim.batches());
        assertEquals(Duration.ofSeconds(1), claim.nextClaim());
        SharedDatabase.sql("update deliveries set not_before = now() - interval '1 second' where id = ?", held);
        assertEquals(List.of(held), outbox.claimedIds());
    }

    @Test
    void noticesForAGroupWithALongQueueAreSentTogether() {
        var ids = IntStream.range(0, 12)
                .mapToObj(i -> outbox.notice(outbox.user("u" + i), "question " + i))
                .toList();
        var batch = outbox.claimOne();
        assertEquals(ids, batch.ids());
        assertTrue(batch.content().text().startsWith("12 of 12\n\nquestion 0\n\nquestion 1"), batch.content()::text);
    }

    @Test
    void noticesForAGroupWithAShortQueueAreSentOneByOne() {
        var ids = IntStream.range(0, 9)
                .mapToObj(i -> outbox.notice(outbox.user("u" + i), "question " + i))
                .toList();
        assertEquals(ids.subList(0, 1), outbox.claimedIds());
    }

    @Test
    void aClaimGoesOnWhereTheLastOneEnded() {
        outbox.close();
        outbox = new OutboxFixture(0);
        LongStream.rangeClosed(1, ChatScan.STRETCH + 2L).forEach(chat -> outbox.word(chat, "a"));
        var scan = OutboxFixture.scan();
        var store = outbox.beans.get(OutboxStore.class);
        outbox.beans.inTransaction(() -> store.search(scan));
        assertEquals(Duration.ZERO, scan.untilDue());
        var first = outbox.beans.returned(() -> store.claim(WORKER, Set.of(), 200));
        assertEquals(ChatScan.STRETCH, first.batches().size());
        outbox.beans.inTransaction(() -> store.search(scan));
        var second = outbox.beans.returned(() -> store.claim(WORKER, Set.of(), 200));
        assertEquals(2, second.batches().size());
    }
}
