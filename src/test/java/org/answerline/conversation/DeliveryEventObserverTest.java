package org.answerline.conversation;

import static org.answerline.conversation.ConversationFixture.BOT;
import static org.answerline.conversation.ConversationFixture.CHAT;
import static org.answerline.conversation.ConversationFixture.OPERATORS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.answerline.conversation.message.ForgottenMessages;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.message.TelegramMessageRef;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.conversation.reply.AnswerOutcome;
import org.answerline.delivery.message.DeliveryEvent;
import org.answerline.delivery.message.MessageKind;
import org.answerline.sandbox.SharedDatabase;
import org.answerline.sandbox.UsesSharedDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a message becomes by the events of its deliveries, and what the operator is told. */
@UsesSharedDatabase
class DeliveryEventObserverTest {

    private final ConversationFixture desk = new ConversationFixture();
    private final SupportMessage question = desk.ask(desk.user("Anna"), "Where?");

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aQuestionIsDeliveredWithItsLastPartAndAReplyFindsIt() {
        desk.sent();
        fire(sent(MessageKind.NOTICE, question, List.of(10L), true, false));
        assertEquals("WAITING", desk.delivery(question));
        fire(sent(MessageKind.NOTICE, question, List.of(11L), false, true));
        var row = desk.row(question);
        assertEquals("DELIVERED", row.get("delivery"));
        assertEquals(10L, row.get("admin_telegram_message_id"));
        assertEquals(
                List.of(Map.of("message_id", 10L), Map.of("message_id", 11L)),
                SharedDatabase.sql("select message_id from operator_notices order by 1"));
    }

    @Test
    void aJoinedNoticeThatShowsAnErasedQuestionStoodForSomethingThatIsGone() {
        desk.beans.inTransaction(() -> desk.beans.fire(new DeliveryEvent.ErasedInJoined(OPERATORS, 10)));
        assertTrue(desk.beans.get(ForgottenMessages.class).contains(new TelegramMessageRef(OPERATORS, 10)));
    }

    @Test
    void whatReplyDoesIsExplainedOnceInAChat() {
        desk.sent();
        fire(sent(MessageKind.NOTICE, question, List.of(10L), true, true));
        assertEquals(1, desk.outboxTexts(OPERATORS).size());
        assertTrue(desk.outboxTexts(OPERATORS).get(0).toString().contains("press Reply"));
        var second = desk.ask(question.userId(), "And?");
        desk.sent();
        fire(sent(MessageKind.NOTICE, second, List.of(12L), true, true));
        assertEquals(List.of(), desk.outboxTexts(OPERATORS));
    }

    @Test
    void theOperatorsAnswerIsMarkedWhenItHasArrived() {
        desk.link(question.userId(), CHAT);
        var answer = ((AnswerOutcome.Stored) desk.answer(question, "Here")).answer();
        desk.sent();
        fire(sent(MessageKind.ANSWER, answer, List.of(20L), true, true));
        assertEquals("DELIVERED", desk.delivery(answer));
        var reaction = desk.outbox().get(0);
        assertEquals("RECEIPT", reaction.get("purpose"));
        assertEquals("👌", reaction.get("text"));
    }

    @Test
    void anAnswerWhoseCopyIsRefusedIsDeliveredAsATextAndTheOperatorIsTold() {
        desk.link(question.userId(), CHAT);
        var answer = ((AnswerOutcome.Stored) desk.answer(question, "Location: 1, 2")).answer();
        desk.sent();
        fire(new DeliveryEvent.CopyRefused(MessageKind.ANSWER, answer.id(), "message can't be copied"));
        assertEquals("DELIVERED", desk.delivery(answer));
        var told = desk.outboxTexts(OPERATORS).get(0).toString();
        assertTrue(told.contains("Location: 1, 2") && told.contains("can't be copied"), told);
    }

    @Test
    void theOperatorIsToldOfAnAnswerThatWasGivenUp() {
        desk.link(question.userId(), CHAT);
        var answer = ((AnswerOutcome.Stored) desk.answer(question, "Here")).answer();
        desk.sent();
        fire(new DeliveryEvent.GaveUp(MessageKind.ANSWER, CHAT, answer.id(), "blocked"));
        assertEquals("FAILED", desk.delivery(answer));
        assertEquals("blocked", desk.row(answer).get("delivery_failure"));
        assertTrue(desk.outboxTexts(OPERATORS)
                .get(0)
                .toString()
                .contains("Anna did not receive this in Telegram (blocked)"));
    }

    @Test
    void theOperatorIsToldOfAQuestionThatWasGivenUp() {
        desk.sent();
        fire(new DeliveryEvent.GaveUp(MessageKind.NOTICE, OPERATORS, question.id(), "too odd"));
        assertEquals("FAILED", desk.delivery(question));
        assertTrue(desk.outboxTexts(OPERATORS).get(0).toString().contains("(too odd)"));
    }

    @Test
    void aHintThatWasGivenUpIsNobodysMatter() {
        desk.sent();
        fire(new DeliveryEvent.GaveUp(MessageKind.WORD, CHAT, null, "blocked"));
        assertEquals(List.of(), desk.outbox());
    }

    @ParameterizedTest
    @CsvSource({"NOT_YET, WAITING", "REST_ARRIVED, DELIVERED", "NOTHING_ARRIVED, FAILED"})
    void aRefusedFileDecidesItsMessageOnlyWhenNothingElseIsLeft(DeliveryEvent.End end, String state) {
        desk.sent();
        fire(new DeliveryEvent.FileRefused(
                MessageKind.NOTICE, question.id(), "0".repeat(32), "wrong type", false, end));
        assertEquals(state, desk.delivery(question));
        assertTrue(desk.outboxTexts(OPERATORS).get(0).toString().contains("wrong type"));
    }

    @Test
    void theOperatorsChatIsWhereItMovedTo() {
        var operator = desk.beans.get(OperatorChat.class);
        fire(new DeliveryEvent.ChatMoved(OPERATORS, -1_007));
        assertEquals(-1_007, operator.id());
        assertTrue(operator.hasMoved());
        assertTrue(desk.beans.returned(() -> operator.isOperatorChat(-1_007)));
        fire(new DeliveryEvent.ChatMoved(-9, -10));
        assertEquals(-1_007, operator.id());
    }

    @Test
    void anAnswerThatWasWrittenInAFormerOperatorsChatMarksNoMessageOfThePresentOne() {
        var answer = answeredInAFormerChat();
        fire(sent(MessageKind.ANSWER, answer, List.of(20L), true, true));
        assertEquals("DELIVERED", desk.delivery(answer));
        assertEquals(List.of(), desk.outbox());
    }

    @Test
    void reportsOnAnAnswerThatWasWrittenInAFormerOperatorsChatComeToItsUsersTopic() {
        var answer = answeredInAFormerChat();
        fire(new DeliveryEvent.CopyRefused(MessageKind.ANSWER, answer.id(), "no copy"));
        fire(new DeliveryEvent.FileRefused(
                MessageKind.ANSWER, answer.id(), "0".repeat(32), "wrong type", false, DeliveryEvent.End.NOT_YET));
        fire(new DeliveryEvent.EditRefused(CHAT, 77, answer.id(), "message can't be edited", false));
        fire(new DeliveryEvent.GaveUp(MessageKind.ANSWER, CHAT, answer.id(), "blocked"));
        var told = SharedDatabase.sql(
                "select coalesce(reply_to_message_id, 0) as reply, topic_user_id from deliveries where state = 'WAITING'");
        var inTopic = Map.of("reply", 0L, "topic_user_id", (Object) question.userId());
        assertEquals(Collections.nCopies(4, inTopic), told);
    }

    private SupportMessage answeredInAFormerChat() {
        desk.link(question.userId(), CHAT);
        var answer = ((AnswerOutcome.Stored) desk.answer(question, "Here")).answer();
        fire(new DeliveryEvent.ChatMoved(OPERATORS, -1_007));
        desk.sent();
        SharedDatabase.sql("update deliveries set telegram_message_id = 77, telegram_message_ids = '77'"
                + " where purpose = 'ANSWER' returning id");
        return answer;
    }

    @Test
    void theOperatorIsToldWhatTelegramDidNotDelete() {
        desk.sent();
        fire(new DeliveryEvent.NotErased(CHAT, "too old"));
        assertEquals(List.of(), desk.outbox());
        fire(new DeliveryEvent.NotErased(OPERATORS, "too old"));
        assertTrue(desk.outboxTexts(OPERATORS).get(0).toString().contains("(too old)"));
    }

    @Test
    void theOperatorIsToldHowLongTheTokenWasRefused() {
        desk.sent();
        fire(new DeliveryEvent.TokenAccepted(desk.clock.instant().minus(Duration.ofMinutes(12))));
        assertTrue(desk.outboxTexts(OPERATORS).get(0).toString().contains("12 min"));
    }

    private void fire(DeliveryEvent event) {
        desk.beans.inTransaction(() -> desk.beans.fire(event));
    }

    private static DeliveryEvent sent(
            MessageKind kind, SupportMessage message, List<Long> ids, boolean first, boolean last) {
        long chat = kind == MessageKind.NOTICE ? OPERATORS : CHAT;
        return new DeliveryEvent.Sent(kind, BOT, chat, ids, 0, message.id(), first, last);
    }
}
