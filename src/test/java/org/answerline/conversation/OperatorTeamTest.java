package org.answerline.conversation;

import static org.answerline.conversation.ConversationFixture.CHAT;
import static org.answerline.conversation.ConversationFixture.OPERATOR;
import static org.answerline.conversation.ConversationFixture.OPERATORS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.answerline.conversation.correction.QuestionEdits;
import org.answerline.conversation.message.MessageStatistics;
import org.answerline.conversation.message.OperatorIdentity;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.message.TelegramMessageRef;
import org.answerline.conversation.reply.AnswerOutcome;
import org.answerline.conversation.reply.NoteOutcome;
import org.answerline.conversation.reply.OperatorNotes;
import org.answerline.conversation.team.ConversationNotes;
import org.answerline.conversation.team.ConversationOwner;
import org.answerline.conversation.team.ConversationState;
import org.answerline.conversation.team.Conversations;
import org.answerline.conversation.team.OpenConversation;
import org.answerline.sandbox.SharedDatabase;
import org.answerline.sandbox.UsesSharedDatabase;
import org.answerline.telegram.text.FormattedText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Notes, who has a conversation, and whose turn it is. */
@UsesSharedDatabase
class OperatorTeamTest {

    private static final OperatorIdentity BORIS =
            new OperatorIdentity(901, Optional.of("Boris"), Optional.of("Boris Ivanov"));

    private final ConversationFixture desk = new ConversationFixture();
    private final Conversations conversations = desk.beans.get(Conversations.class);
    private final OperatorNotes notes = desk.beans.get(OperatorNotes.class);
    private final ConversationNotes stored = desk.beans.get(ConversationNotes.class);
    private final long anna = desk.user("Anna");
    private final SupportMessage question = desk.ask(anna, "Question of Anna");

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void theLastMessageSaysWhoseTurnItIs() {
        assertEquals(ConversationState.OPEN, state());
        desk.answer(question, "Here it is");
        assertEquals(ConversationState.WAITING, state());
        assertEquals(ConversationState.WAITING, in(() -> desk.conversations.state(desk.user("Nobody"))));
    }

    @Test
    void aWithdrawnAnswerIsNone() {
        desk.answer(question, "Here it is");
        SharedDatabase.sql("update support_messages set delivery = 'WITHDRAWN' where is_from_admin returning id");
        assertEquals(ConversationState.OPEN, state());
        assertEquals(1, in(() -> conversations.open(10)).size());
        assertEquals(
                1, in(() -> conversations.waitingSince(List.of(question.id()))).size());
        var numbers = in(() -> desk.beans.get(MessageStatistics.class).since(Instant.EPOCH));
        assertEquals(1, numbers.asked());
        assertEquals(0, numbers.answered());
    }

    @Test
    void whatTheOperatorsHaveNotReceivedStaysOpen() {
        seen();
        SupportMessage last = desk.ask(anna, "On its way");
        assertTrue(in(() -> conversations.close(anna, 0)));
        assertEquals(ConversationState.OPEN, state());
        assertEquals(1, in(() -> conversations.open(10)).size());
        assertTrue(in(() -> conversations.close(anna, last.id())));
        assertEquals(ConversationState.CLOSED, state());
    }

    private static void seen() {
        SharedDatabase.sql("update support_messages set delivery = 'DELIVERED' returning id");
    }

    @Test
    void anEditOfAMessageThatIsKeptBackShowsNothing() {
        var origin = new TelegramMessageRef(CHAT, 5);
        SharedDatabase.sql(
                "update support_messages set delivery = 'HELD', origin_chat_id = ?, origin_message_id = ?"
                        + " where id = ? returning id",
                CHAT,
                5L,
                question.id());
        SharedDatabase.sql("delete from deliveries returning id");
        desk.beans.inTransaction(
                () -> desk.beans.get(QuestionEdits.class).edit(origin, FormattedText.plain("Other words")));
        assertEquals("Other words", desk.row(question).get("text"));
        assertEquals(List.of(), desk.outbox());
    }

    @Test
    void aLongHistoryIsCutAtItsBeginning() {
        for (int i = 0; i < 10; i++) {
            SupportMessage asked = desk.ask(anna, "x".repeat(1_000));
            note("#" + asked.number() + " " + "y".repeat(1_000), 100 + i);
        }
        desk.ask(anna, "The newest");
        desk.beans.inTransaction(() -> desk.beans.get(HistoryCard.class).show(question, 50));
        String card = desk.outboxTexts(OPERATORS).stream()
                .map(Object::toString)
                .filter(text -> text.contains("🗂"))
                .findFirst()
                .orElseThrow();
        assertTrue(card.length() <= 4_096 && card.contains("The newest"), card);
    }

    @Test
    void aClosedConversationIsOpenedByTheNextMessage() {
        seen();
        assertTrue(in(() -> conversations.close(anna, 0)));
        assertEquals(false, in(() -> conversations.close(anna, 0)));
        assertEquals(ConversationState.CLOSED, state());
        assertEquals(List.of(), in(() -> conversations.open(10)));
        desk.ask(anna, "One thing more");
        assertEquals(ConversationState.OPEN, state());
        assertEquals(1, in(() -> conversations.open(10)).size());
    }

    @Test
    void theOpenOnesBeginWithTheLongestWaitSinceTheLastAnswer() {
        long boris = desk.user("Boris");
        var first = desk.ask(boris, "First of Boris");
        desk.clock.pass(Duration.ofMinutes(5));
        desk.ask(boris, "Second of Boris");
        desk.answer(question, "Here it is");
        var again = desk.ask(anna, "Again");
        var open = in(() -> conversations.open(10));
        assertEquals(
                List.of(first.id(), again.id()),
                open.stream().map(OpenConversation::messageId).toList());
        assertEquals("Boris", open.get(0).userName());
        assertEquals(2L, in(conversations::countOpen));
    }

    @Test
    void theFirstAnswerTakesTheConversation() {
        assertEquals(Optional.empty(), stored(desk.answer(question, "Here")).other());
        assertEquals(Optional.empty(), stored(desk.answer(question, "More")).other());
        assertEquals(
                Optional.of(new ConversationOwner(OPERATOR.id(), OPERATOR.fullName())),
                in(() -> conversations.answeredBy(anna, BORIS)));
        assertEquals(
                OPERATOR.id(),
                in(() -> conversations.take(anna, BORIS)).orElseThrow().id());
        assertEquals(
                BORIS.id(), in(() -> conversations.owner(anna)).orElseThrow().id());
        assertEquals(
                BORIS.id(),
                stored(desk.answer(question, "Mine?")).other().orElseThrow().id());
        in(() -> {
            conversations.drop(anna);
            return null;
        });
        assertEquals(Optional.empty(), in(() -> conversations.owner(anna)));
    }

    @Test
    void anAnswerKeepsItsAuthorAndShowsNoNameUnlessTheOwnerWantsIt() {
        desk.link(anna, CHAT);
        var answer = stored(desk.answer(question, "Here")).answer();
        assertEquals(900L, desk.row(answer).get("operator_id"));
        assertEquals("Olga Petrova", desk.row(answer).get("operator_name"));
        assertEquals(null, desk.row(answer).get("signature"));
        assertEquals(List.of("📩 Support reply:\n\nHere"), desk.outboxTexts(CHAT));
    }

    @Test
    void aNoteIsKeptAndNothingOfItLeaves() {
        desk.link(anna, CHAT);
        var outbox = desk.outbox();
        assertInstanceOf(NoteOutcome.Kept.class, note("#" + question.number() + " calls back on Monday", 50));
        assertEquals(outbox, desk.outbox());
        assertEquals(
                0,
                SharedDatabase.sql("select 1 from support_messages where is_from_admin")
                        .size());
        var kept = in(() -> stored.newest(anna, 5)).get(0);
        assertEquals("calls back on Monday", kept.text());
        assertEquals(Optional.of("Olga Petrova"), kept.operatorName());
        assertEquals(false, kept.edited());
    }

    @Test
    void anEditedNoteStaysANote() {
        note("#" + question.number() + " first", 50);
        assertTrue(in(() -> notes.edit(new TelegramMessageRef(OPERATORS, 50), "//first")));
        assertEquals(false, in(() -> stored.newest(anna, 1)).get(0).edited());
        assertTrue(in(() -> notes.edit(new TelegramMessageRef(OPERATORS, 50), "now it looks like an answer")));
        var kept = in(() -> stored.newest(anna, 1)).get(0);
        assertEquals("now it looks like an answer", kept.text());
        assertTrue(kept.edited());
        assertEquals(false, in(() -> notes.edit(new TelegramMessageRef(OPERATORS, 51), "//no note")));
    }

    @Test
    void aNoteAboutNobodyIsNotKept() {
        assertInstanceOf(NoteOutcome.NoConversation.class, note("about nobody", 50));
        assertInstanceOf(NoteOutcome.Empty.class, note("#" + question.number(), 51));
        assertEquals(0, SharedDatabase.sql("select 1 from conversation_notes").size());
    }

    @Test
    void notesGoWithTheUser() {
        note("#" + question.number() + " calls back", 50);
        in(() -> conversations.take(anna, BORIS));
        SharedDatabase.sql("delete from users where id = ? returning id", anna);
        assertEquals(0, SharedDatabase.sql("select 1 from conversation_notes").size());
        assertEquals(0, SharedDatabase.sql("select 1 from conversations").size());
    }

    private NoteOutcome note(String text, long messageId) {
        return in(() -> notes.keep(
                Optional.empty(), text, new TelegramMessageRef(OPERATORS, messageId), Optional.empty(), OPERATOR));
    }

    private ConversationState state() {
        return in(() -> desk.conversations.state(anna));
    }

    private <T> T in(Supplier<T> work) {
        return desk.beans.returned(work::get);
    }

    private static AnswerOutcome.Stored stored(AnswerOutcome outcome) {
        return assertInstanceOf(AnswerOutcome.Stored.class, outcome);
    }
}
