package org.answerline.delivery;

import static org.answerline.delivery.OutboxFixture.OPERATORS;
import static org.answerline.delivery.OutboxFixture.parts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerline.delivery.message.DeliveryEvent;
import org.answerline.delivery.message.MessageKind;
import org.answerline.delivery.message.OutboxMessage;
import org.answerline.delivery.send.SendBatch;
import org.answerline.delivery.send.SendResult;
import org.answerline.sandbox.SharedDatabase;
import org.answerline.sandbox.UsesSharedDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of the questions of several users that are sent as one message while they are edited or erased. */
@UsesSharedDatabase
class JoinedNoticesTest {

    private static final SendResult SENT = new SendResult.Sent(List.of(5L));

    private final OutboxFixture outbox = new OutboxFixture();
    private final List<Long> questions = new ArrayList<>();

    @AfterEach
    void close() {
        outbox.close();
    }

    /** Questions of as many users as are sent together. */
    private List<Long> notices() {
        return waiting(12);
    }

    private List<Long> waiting(int count) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long question = outbox.message(outbox.user("u" + i));
            questions.add(question);
            ids.addAll(outbox.put(OutboxMessage.notice(OPERATORS, question, parts("question " + i), Duration.ZERO)));
        }
        return ids;
    }

    private Optional<?> takenBack(long question) {
        return outbox.beans.returned(() -> outbox.beans.get(Outbox.class).takeBack(question, MessageKind.NOTICE));
    }

    private List<Object> attempts() {
        return SharedDatabase.sql("select attempts from deliveries order by id").stream()
                .map(row -> row.get("attempts"))
                .distinct()
                .toList();
    }

    private static List<Map<String, Object>> edits() {
        return SharedDatabase.sql(
                "select text, about_message_id, reply_to_message_id from deliveries where purpose = 'EDIT'");
    }

    /** All rows of this question are gone, as after an erasure. */
    private void erase(int question) {
        SharedDatabase.sql("delete from deliveries where support_message_id = ?", questions.get(question));
        SharedDatabase.sql("delete from support_messages where id = ?", questions.get(question));
    }

    @Test
    void allOfThemAreOnTheirWayAndNotOnlyTheFirst() {
        notices();
        outbox.claimOne();
        assertEquals(List.of(1), attempts());
        assertEquals(Optional.empty(), takenBack(questions.get(0)));
        assertEquals(Optional.empty(), takenBack(questions.get(11)));
        assertTrue(outbox.beans.returned(
                () -> outbox.beans.get(Outbox.class).isOnItsWay(questions.get(11), MessageKind.NOTICE)));
    }

    @Test
    void eachAttemptCountsForAllOfThem() {
        notices();
        outbox.fail(new SendResult.RetryAfter(Duration.ofSeconds(1)), 2);
        assertEquals(List.of(2), attempts());
    }

    @Test
    void oneThatIsEditedAtThisMomentIsNotSentAlongNorWhatComesAfterIt() {
        List<Long> ids = notices();
        List<SendBatch> batches = new ArrayList<>();
        var other = outbox.otherNode();
        other.inTransaction(() -> {
            assertTrue(other.get(Outbox.class)
                    .takeBack(questions.get(4), MessageKind.NOTICE)
                    .isPresent());
            batches.add(outbox.claimOne());
        });
        other.close();
        assertEquals(
                List.of(ids.subList(0, 4)), batches.stream().map(SendBatch::ids).toList());
        assertEquals(0, outbox.delivery(ids.get(5)).get("attempts"));
        assertEquals(1, outbox.delivery(ids.get(3)).get("attempts"));
    }

    @Test
    void theTextOfOneThatWasErasedMeanwhileIsTakenOutOfTheMessage() {
        notices();
        SendBatch batch = outbox.claimOne();
        erase(0);
        erase(7);
        outbox.record(batch, SENT);
        String text = edits().get(0).get("text").toString();
        assertTrue(
                text.startsWith("12 of 12\n\nerased " + questions.get(0) + "\n\nquestion 1\n\nquestion 2\n\n"), text);
        assertTrue(
                text.endsWith("question 6\n\nerased " + questions.get(7)
                        + "\n\nquestion 8\n\nquestion 9\n\nquestion 10\n\nquestion 11"),
                text);
        assertEquals(5L, edits().get(0).get("reply_to_message_id"));
        assertEquals(
                new DeliveryEvent.ErasedInJoined(OPERATORS, 5), outbox.beans.event(DeliveryEvent.ErasedInJoined.class));
        assertEquals(10, outbox.beans.events(DeliveryEvent.Sent.class).size());
    }

    @Test
    void whatTheUsersWroteIsNotKeptForThatChange() {
        notices();
        SendBatch batch = outbox.claimOne();
        erase(3);
        outbox.record(batch, SENT);
        outbox.passWaits();
        SendBatch change = outbox.claimOne();
        assertEquals(MessageKind.EDIT, change.purpose());
        outbox.record(change, new SendResult.Reacted());
        assertEquals(List.of(), edits());
    }

    @Test
    void norIfTelegramRefusesIt() {
        notices();
        SendBatch batch = outbox.claimOne();
        erase(3);
        outbox.record(batch, SENT);
        outbox.passWaits();
        outbox.record(outbox.claimOne(), new SendResult.GivenUp("message to edit not found"));
        assertEquals(List.of(), edits());
        assertEquals(0, outbox.beans.events(DeliveryEvent.EditRefused.class).size());
    }

    @Test
    void theMessageIsDeletedIfNothingElseIsInIt() {
        notices();
        SendBatch batch = outbox.claimOne();
        SharedDatabase.sql("delete from deliveries");
        outbox.record(batch, SENT);
        assertEquals(
                List.of(Map.of("purpose", "ERASURE", "text", "5")),
                SharedDatabase.sql("select purpose, text from deliveries"));
        assertFalse(outbox.beans.events().stream().anyMatch(DeliveryEvent.ErasedInJoined.class::isInstance));
    }

    @Test
    void aResultThatComesAfterAnotherWorkersTakesNothingOut() {
        notices();
        SendBatch batch = outbox.claimOne();
        outbox.record(batch, SENT);
        outbox.record(batch, new SendResult.Sent(List.of(6L)));
        assertEquals(List.of(), edits());
    }
}
