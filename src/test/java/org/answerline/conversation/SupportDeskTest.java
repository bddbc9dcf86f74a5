package org.answerline.conversation;

import static org.answerline.conversation.ConversationFixture.CHAT;
import static org.answerline.conversation.ConversationFixture.OPERATORS;
import static org.answerline.conversation.ConversationFixture.photo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.answerline.conversation.message.ConversationChanged;
import org.answerline.conversation.message.ConversationPage;
import org.answerline.conversation.message.NewQuestion;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.message.TelegramMessageRef;
import org.answerline.conversation.reply.AnswerOutcome;
import org.answerline.linking.ChatUnlinked;
import org.answerline.sandbox.SharedDatabase;
import org.answerline.sandbox.UsesSharedDatabase;
import org.answerline.telegram.text.FormattedText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Questions, answers and albums: what is stored, what is put into the outbox, and what happens once only. */
@UsesSharedDatabase
class SupportDeskTest {

    private final ConversationFixture desk = new ConversationFixture();
    private final long anna = desk.user("Anna");

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aQuestionIsStoredAndWaitsForTheOperator() {
        var question = desk.ask(anna, "Where is it?");
        assertEquals("WAITING", desk.delivery(question));
        var waiting = desk.outbox();
        assertEquals(1, waiting.size());
        assertEquals(OPERATORS, waiting.get(0).get("chat_id"));
        assertEquals("NOTICE", waiting.get(0).get("purpose"));
        var text = waiting.get(0).get("text").toString();
        // Before it stands the invisible link that names the question.
        assertTrue(
                text.endsWith(
                        "#" + question.number() + " Question (site)\nFrom: Anna · Anna@example.org\n\nWhere is it?"),
                text);
        assertEquals(List.of(new ConversationChanged(anna)), desk.beans.events(ConversationChanged.class));
    }

    @Test
    void aQuestionWithTheSameKeyIsAskedOnce() {
        var question = NewQuestion.typed("", "Once");
        var first = desk.beans.returned(() -> desk.desk.askOnce(anna, question, "key"));
        var again = desk.beans.returned(() -> desk.desk.askOnce(anna, question, "key"));
        assertEquals(first.id(), again.id());
        assertEquals(1, desk.outbox().size());
        assertThrows(
                IdempotencyKeyReusedException.class,
                () -> desk.beans.inTransaction(() -> desk.desk.askOnce(anna, NewQuestion.typed("", "Other"), "key")));
        long boris = desk.user("Boris");
        assertNotEquals(
                first.id(),
                desk.beans
                        .returned(() -> desk.desk.askOnce(boris, question, "key"))
                        .id());
    }

    @Test
    void aFormThatWasEditedIsAnotherQuestion() {
        var first = desk.beans.returned(() -> desk.desk.askByForm(anna, NewQuestion.typed("", "One"), "form"));
        var same = desk.beans.returned(() -> desk.desk.askByForm(anna, NewQuestion.typed("", "One"), "form"));
        var edited = desk.beans.returned(() -> desk.desk.askByForm(anna, NewQuestion.typed("", "Two"), "form"));
        assertEquals(first.id(), same.id());
        assertNotEquals(first.id(), edited.id());
    }

    @Test
    void keysAreForgottenAfterAWeek() {
        var question = NewQuestion.typed("", "Once");
        var first = desk.beans.returned(() -> desk.desk.askOnce(anna, question, "key"));
        desk.clock.pass(Duration.ofDays(7).plusSeconds(1));
        desk.beans.inTransaction(desk.beans.get(IdempotencyKeys.class)::deleteOld);
        assertNotEquals(
                first.id(),
                desk.beans
                        .returned(() -> desk.desk.askOnce(anna, question, "key"))
                        .id());
    }

    @Test
    void thePartsOfAnAlbumBecomeOneMessage() {
        var first = tell("first", "album");
        var joined = join("second", "album");
        assertEquals(first.id(), joined.orElseThrow().id());
        assertEquals("first\n\nsecond", desk.row(first).get("text"));
        var waiting = desk.outbox();
        assertEquals(1, waiting.size());
        assertEquals(2, waiting.get(0).get("files").toString().split(",").length);
        assertEquals(Optional.empty(), join("other", "another album"));
    }

    @Test
    void aPartThatComesAfterTheAlbumWasSentIsSentOnItsOwn() {
        tell("first", "album");
        desk.sent();
        join("late words", "album");
        var waiting = desk.outbox();
        assertEquals(1, waiting.size());
        assertTrue(waiting.get(0).get("text").toString().endsWith("late words"), waiting::toString);
        assertEquals(1, waiting.get(0).get("files").toString().split(",").length);
    }

    @Test
    void anAlbumWaitsForItsFurtherParts() {
        tell("first", "album");
        assertEquals(
                1.5,
                SharedDatabase.sql("select extract(epoch from not_before - created_at)::float8 as hold from deliveries")
                        .get(0)
                        .get("hold"));
    }

    @Test
    void anAnswerForAUserWithoutTelegramIsHeldAndSentAfterLinking() {
        var answer = answered("Here");
        assertEquals("HELD", desk.delivery(answer));
        assertEquals(
                1, desk.beans.returned(() -> desk.beans.get(HeldAnswers.class).missed(anna)));
        desk.clock.pass(Duration.ofMinutes(1));
        desk.link(anna, CHAT);
        assertEquals(
                1, desk.beans.returned(() -> desk.beans.get(HeldAnswers.class).send(anna)));
        assertEquals("WAITING", desk.delivery(answer));
        assertEquals(List.of("📩 Support reply:\n\nHere"), desk.outboxTexts(CHAT));
        assertEquals(
                0, desk.beans.returned(() -> desk.beans.get(HeldAnswers.class).send(anna)));
    }

    @Test
    void heldAnswersOfALinkedUserAreSentBySweepingButNotThoseOfATimeWhenTheBotWasBlocked() {
        var beforeLinking = answered("before");
        desk.clock.pass(Duration.ofMinutes(1));
        desk.link(anna, CHAT);
        desk.block(anna);
        desk.clock.pass(Duration.ofMinutes(1));
        var whileBlocked = answered("while blocked");
        assertEquals("HELD", desk.delivery(whileBlocked));
        assertEquals(
                0, desk.beans.returned(() -> desk.beans.get(HeldAnswers.class).sendOverdue()));
        desk.clock.pass(Duration.ofMinutes(1));
        SharedDatabase.sql("update user_telegram_links set blocked_at = null, writable_since = ?", desk.now());
        assertEquals(
                1, desk.beans.returned(() -> desk.beans.get(HeldAnswers.class).sendOverdue()));
        assertEquals("WAITING", desk.delivery(beforeLinking));
        assertEquals("HELD", desk.delivery(whileBlocked));
    }

    @Test
    void answersThatWaitForAChatAreHeldWhenItIsUnlinked() {
        desk.link(anna, CHAT);
        var answer = answered("Here");
        assertEquals("WAITING", desk.delivery(answer));
        desk.beans.get(HeldAnswers.class);
        desk.beans.inTransaction(() -> desk.beans.fire(new ChatUnlinked(anna, CHAT)));
        assertEquals("HELD", desk.delivery(answer));
        assertEquals(List.of(), desk.outboxTexts(CHAT));
    }

    @Test
    void aConversationIsReadInPages() {
        var ids = IntStream.range(0, 5)
                .mapToObj(i -> desk.ask(anna, "q" + i).id())
                .toList();
        desk.ask(desk.user("Boris"), "of another");
        var newest = page(2, OptionalLong.empty());
        assertEquals(
                ids.subList(3, 5),
                newest.messages().stream().map(SupportMessage::id).toList());
        var older = page(2, newest.next());
        assertEquals(
                ids.subList(1, 3),
                older.messages().stream().map(SupportMessage::id).toList());
        var oldest = page(2, older.next());
        assertEquals(
                ids.subList(0, 1),
                oldest.messages().stream().map(SupportMessage::id).toList());
        assertEquals(OptionalLong.empty(), oldest.next());
    }

    @Test
    void whatChangedSinceATimeIsFound() {
        desk.ask(anna, "old");
        var then = desk.clock.instant();
        desk.clock.pass(Duration.ofSeconds(1));
        var recent = desk.ask(anna, "new");
        assertEquals(
                List.of(recent.id()),
                desk.beans.returned(() -> desk.conversations.changedAfter(anna, then)).stream()
                        .map(SupportMessage::id)
                        .toList());
    }

    @Test
    void whatWasWrittenAsATelegramMessageIsFound() {
        var origin = new TelegramMessageRef(CHAT, 9);
        var told = desk.beans.returned(
                () -> desk.desk.tell(anna, FormattedText.plain("hi"), Optional.of("quoted"), origin, Optional.empty()));
        assertEquals(
                told.id(),
                desk.beans
                        .returned(() -> desk.conversations.writtenAs(origin))
                        .orElseThrow()
                        .id());
        assertEquals("quoted", told.quote());
        assertEquals(
                Optional.empty(),
                desk.beans.returned(() -> desk.conversations.writtenAs(new TelegramMessageRef(CHAT, 10))));
    }

    @Test
    void theOperatorIsOutOfReachAfterAMinuteOfAlarm() {
        SharedDatabase.sql(
                "insert into delivery_alarms (chat_id, since, seen_at, reason) values (?, now() - interval '61"
                        + " seconds', now(), 'x')",
                OPERATORS);
        assertTrue(desk.beans.returned(desk.conversations::isOperatorOutOfReach));
    }

    @Test
    void theOperatorIsReachedWhileAnAlarmIsYoung() {
        SharedDatabase.sql(
                "insert into delivery_alarms (chat_id, since, seen_at, reason) values (?, now(), now(), 'x')",
                OPERATORS);
        assertFalse(desk.beans.returned(desk.conversations::isOperatorOutOfReach));
    }

    private ConversationPage page(int limit, OptionalLong before) {
        return desk.beans.returned(() -> desk.conversations.thread(anna, limit, before));
    }

    private SupportMessage answered(String text) {
        var question = desk.ask(anna, "Where?");
        return ((AnswerOutcome.Stored) desk.answer(question, text)).answer();
    }

    private SupportMessage tell(String text, String album) {
        return desk.beans.returned(() -> desk.desk.tell(
                anna, FormattedText.plain(text), Optional.empty(), chatMessage(), Optional.of(photo(album))));
    }

    private Optional<SupportMessage> join(String text, String album) {
        return desk.beans.returned(() -> desk.desk.joined(FormattedText.plain(text), chatMessage(), photo(album)));
    }

    private TelegramMessageRef chatMessage() {
        return new TelegramMessageRef(CHAT, desk.origin().messageId());
    }
}
