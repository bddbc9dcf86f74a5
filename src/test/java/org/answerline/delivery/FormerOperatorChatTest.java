package org.answerline.delivery;

import static org.answerline.delivery.OutboxFixture.OPERATORS;
import static org.answerline.delivery.OutboxFixture.parts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.answerline.delivery.message.OutboxMessage;
import org.answerline.delivery.message.OutboxPart;
import org.answerline.delivery.send.SendResult;
import org.answerline.sandbox.SharedDatabase;
import org.answerline.sandbox.UsesSharedDatabase;
import org.answerline.telegram.text.TelegramText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of the queue of a chat that was the operators' until the owner named another one. */
@UsesSharedDatabase
class FormerOperatorChatTest {

    private static final long FORMER = 555;

    private final OutboxFixture outbox = new OutboxFixture();
    private final long user = outbox.user("anna");

    @AfterEach
    void close() {
        outbox.close();
    }

    @Test
    void questionsAreSentToThePresentChatInTheirOrderAndBeforeLaterOnes() {
        long first = question(FORMER);
        outbox.fail(new SendResult.ChatClosed("chat not found"), 3);
        long second = question(FORMER);
        long later = question(OPERATORS);
        assertEquals(2, move());
        for (long delivery : List.of(first, second, later)) {
            outbox.passWaits();
            var batch = outbox.claimOne();
            assertEquals(OPERATORS, batch.chatId());
            assertEquals(List.of(delivery), batch.ids());
            outbox.record(batch, new SendResult.Sent(List.of(delivery)));
        }
    }

    @Test
    void aQueueThatAWorkerHasIsMovedWhenItIsReleased() {
        long question = question(FORMER);
        var batch = outbox.claimOne();
        assertEquals(0, move());
        assertEquals(FORMER, outbox.delivery(question).get("chat_id"));
        outbox.record(batch, new SendResult.ChatClosed("chat not found"));
        assertEquals(1, move());
        assertEquals(OPERATORS, outbox.delivery(question).get("chat_id"));
    }

    @Test
    void aDeliveryThatAnotherTransactionHasLockedIsLeftForTheNextLook() throws Exception {
        long locked = question(FORMER);
        long free = question(FORMER);
        try (var connection = SharedDatabase.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("select 1 from deliveries where id = " + locked + " for update");
            }
            assertEquals(1, move());
            assertEquals(OPERATORS, outbox.delivery(free).get("chat_id"));
            connection.rollback();
        }
        assertEquals(1, move());
        assertEquals(OPERATORS, outbox.delivery(locked).get("chat_id"));
    }

    @Test
    void whatRefersToAMessageOfTheFormerChatIsNotMoved() {
        long message = outbox.message(user);
        long reply = outbox.put(OutboxMessage.wordAbout(message, FORMER, 77L, "about your reply"))
                .get(0);
        var edit = OutboxMessage.edit(message, FORMER, 78, OutboxPart.of(TelegramText.plain("new")));
        long edited = outbox.put(edit).get(0);
        long reaction = outbox.put(OutboxMessage.receipt(FORMER, 79, "x")).get(0);
        assertEquals(1, move());
        assertNull(outbox.delivery(reply).get("reply_to_message_id"));
        assertEquals(FORMER, outbox.delivery(edited).get("chat_id"));
        assertEquals(List.of(), SharedDatabase.sql("select 1 from deliveries where id = ?", reaction));
    }

    @Test
    void whatTheFormerChatIsSentAsAUsersStaysThere() {
        long answer = outbox.message(user);
        long answered = outbox.put(OutboxMessage.answer(FORMER, answer, parts("a"), null, Duration.ZERO))
                .get(0);
        outbox.clock.pass(Duration.ofMinutes(1));
        long later = outbox.word(FORMER, "later");
        assertEquals(0, move(outbox.clock.instant()));
        assertEquals(FORMER, outbox.delivery(answered).get("chat_id"));
        assertEquals(FORMER, outbox.delivery(later).get("chat_id"));
    }

    /** Their turns are earlier than the place from which the queue of the present chat is read. */
    @Test
    void whatHasMovedIsFoundAtOnce() {
        question(OPERATORS);
        outbox.record(outbox.claimOne(), new SendResult.Sent(List.of(1L)));
        SharedDatabase.sql("update delivery_lanes set notices_from = now(), others_from = now() returning chat_id");
        question(FORMER);
        assertEquals(1, move());
        assertEquals(
                "[{notices_from=null, others_from=null}]",
                SharedDatabase.sql("select notices_from, others_from from delivery_lanes where chat_id = ?", OPERATORS)
                        .toString());
    }

    @Test
    void theChatsThatQuestionsWaitForAreFound() {
        question(FORMER);
        question(-700);
        question(OPERATORS);
        outbox.word(9, "a user's");
        assertEquals(
                List.of(-700L, FORMER),
                outbox
                        .beans
                        .returned(() -> outbox.beans.get(ChatRedirect.class).otherChatsOfQuestions(OPERATORS))
                        .stream()
                        .sorted()
                        .toList());
    }

    private long question(long chat) {
        return outbox.put(OutboxMessage.notice(chat, outbox.message(user), parts("question"), Duration.ZERO))
                .get(0);
    }

    private int move() {
        return move(outbox.clock.instant().plusSeconds(1));
    }

    private int move(Instant until) {
        return outbox.beans.returned(() -> outbox.beans.get(ChatRedirect.class).moveWaiting(FORMER, OPERATORS, until));
    }
}
