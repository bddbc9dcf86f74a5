package org.answerline.conversation.reply;

import static org.answerline.conversation.ConversationFixture.BOT;
import static org.answerline.conversation.ConversationFixture.CHAT;
import static org.answerline.conversation.ConversationFixture.OPERATOR;
import static org.answerline.conversation.ConversationFixture.OPERATORS;
import static org.answerline.conversation.ConversationFixture.photo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Optional;
import org.answerline.conversation.ConversationFixture;
import org.answerline.conversation.message.RepliedToMessage;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.message.TelegramMessageRef;
import org.answerline.sandbox.SharedDatabase;
import org.answerline.sandbox.UsesSharedDatabase;
import org.answerline.telegram.text.FormattedText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whom an operator's message is for, and what is stored of it. */
@UsesSharedDatabase
class OperatorRepliesTest {

    private final ConversationFixture desk = new ConversationFixture();
    private final OperatorReplies replies = desk.beans.get(OperatorReplies.class);
    private final SupportMessage annas = desk.ask(desk.user("Anna"), "Question of Anna");
    private final SupportMessage boris = desk.ask(desk.user("Boris"), "Question of Boris");

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aReplyToANoticeIsForTheUserWhoAsked() {
        notice(10, annas, 0);
        var answer = stored(reply(10, "Here it is"));
        assertEquals(annas.userId(), answer.userId());
        assertEquals("Here it is", answer.text());
        assertEquals(annas.id(), answer.inReplyTo());
        assertEquals("Question of Anna", answer.quote());
        assertEquals("HELD", desk.delivery(answer));
    }

    @Test
    void anAnswerForALinkedUserWaitsToBeSent() {
        desk.link(annas.userId(), CHAT);
        notice(10, annas, 0);
        var answer = stored(reply(10, "Here it is"));
        assertEquals("WAITING", desk.delivery(answer));
        assertEquals(List.of("📩 Support reply:\n\nHere it is"), desk.outboxTexts(CHAT));
    }

    @Test
    void anAnswerForAUserWhoBlockedTheBotIsHeld() {
        desk.link(annas.userId(), CHAT);
        desk.block(annas.userId());
        assertEquals("HELD", desk.delivery(stored(desk.answer(annas, "Here"))));
    }

    @Test
    void anAnswerIsAReplyToWhatTheUserWroteInThatChat() {
        desk.link(annas.userId(), CHAT);
        var told = desk.beans.returned(() -> desk.desk.tell(
                annas.userId(),
                FormattedText.plain("from Telegram"),
                Optional.empty(),
                new TelegramMessageRef(CHAT, 99),
                Optional.empty()));
        desk.answer(told, "Here");
        assertEquals(
                99L,
                SharedDatabase.sql("select reply_to_message_id from deliveries where purpose = 'ANSWER'")
                        .get(0)
                        .get("reply_to_message_id"));
    }

    @Test
    void aNumberNamesTheQuestionWithoutAReply() {
        var answer = stored(desk.answer(boris, "By number"));
        assertEquals(boris.userId(), answer.userId());
        assertEquals("By number", answer.text());
        assertEquals(Optional.empty(), numbered("no number"));
        assertEquals(Optional.empty(), numbered("#99 was never given"));
    }

    @Test
    void aNumberOfAnotherPersonInAReplyIsForNobody() {
        notice(10, annas, 0);
        assertEquals(new AnswerOutcome.TwoPeople(boris.number()), reply(10, "#" + boris.number() + " mixed up"));
        assertEquals(0, answers());
    }

    @Test
    void aNumberOfTheSamePersonInAReplyNamesThatQuestion() {
        var second = desk.ask(annas.userId(), "Second");
        notice(10, annas, 0);
        var answer = stored(reply(10, "#" + second.number() + " about the second"));
        assertEquals(second.id(), answer.inReplyTo());
        assertEquals("about the second", answer.text());
    }

    @Test
    void aNumberWithoutWordsOrFilesIsNothingToSend() {
        assertEquals(
                annas.id(),
                assertInstanceOf(AnswerOutcome.NothingToSend.class, desk.answer(annas, " "))
                        .question()
                        .id());
        assertInstanceOf(AnswerOutcome.Stored.class, desk.answer(annas, " ", Optional.of(photo(null))));
    }

    @Test
    void aReplyToSeveralQuestionsNeedsToSayWhich() {
        notice(10, annas, 0);
        notice(10, boris, 30);
        assertEquals(new AnswerOutcome.WhichOne(), reply(10, "for whom?"));
        assertEquals(
                boris.userId(),
                stored(reply(10, "#" + boris.number() + " chosen by number")).userId());
        assertEquals(annas.userId(), stored(reply(10, "chosen by selection", 5)).userId());
        assertEquals(
                boris.userId(), stored(reply(10, "chosen by selection", 31)).userId());
    }

    @Test
    void aReplyToSeveralQuestionsOfOnePersonIsForThatPerson() {
        var second = desk.ask(annas.userId(), "Second");
        notice(10, annas, 0);
        notice(10, second, 30);
        assertEquals(second.id(), stored(reply(10, "whichever")).inReplyTo());
    }

    @Test
    void aReplyToAQuestionThatWasDeletedIsForNobody() {
        notice(10, annas, 0);
        SharedDatabase.sql("delete from support_messages where id = ?", annas.id());
        assertEquals(new AnswerOutcome.Gone(), reply(10, "too late"));
        assertEquals(Optional.of(new AnswerOutcome.Gone()), numbered("#" + annas.number() + " too late"));
    }

    @Test
    void aReplyToAMessageThatIsNoneOfOursIsForNobody() {
        assertEquals(new AnswerOutcome.NotOurs(), reply(77, "to a colleague"));
    }

    @Test
    void aNoticeOfAnotherBotIsNotOurs() {
        SharedDatabase.sql(
                "insert into operator_notices (bot_id, chat_id, message_id, support_message_id) values (?, ?, 10, ?)",
                BOT + 1,
                OPERATORS,
                annas.id());
        assertEquals(new AnswerOutcome.NotOurs(), reply(10, "to the old bot's message"));
    }

    @Test
    void aReplyToOnesOwnAnswerGoesOnWithItsUser() {
        var first = stored(desk.answer(annas, "first"));
        var origin = desk.row(first).get("origin_message_id");
        assertEquals(new AnswerOutcome.NotOurs(), reply((Long) origin, "to the colleague's answer"));
        var own = new RepliedToMessage(BOT, (Long) origin, List.of(), true, Optional.empty(), Optional.empty());
        var second = stored(answered(own, "second"));
        assertEquals(annas.userId(), second.userId());
        assertEquals(annas.id(), second.inReplyTo());
    }

    @Test
    void thePartsOfTheOperatorsAlbumBecomeOneAnswer() {
        desk.link(annas.userId(), CHAT);
        var first = stored(desk.answer(annas, "album", Optional.of(photo("a"))));
        var joined = desk.beans.returned(() -> replies.joined(FormattedText.plain(""), desk.origin(), photo("a")));
        assertEquals(first.id(), joined.orElseThrow().id());
        assertEquals(
                2,
                SharedDatabase.sql("select files from deliveries where purpose = 'ANSWER'")
                        .get(0)
                        .get("files")
                        .toString()
                        .split(",")
                        .length);
    }

    private void notice(long messageId, SupportMessage question, int offset) {
        SharedDatabase.sql(
                "insert into operator_notices (bot_id, chat_id, message_id, support_message_id, from_offset)"
                        + " values (?, ?, ?, ?, ?)",
                BOT,
                OPERATORS,
                messageId,
                question.id(),
                offset);
    }

    private AnswerOutcome reply(long messageId, String text) {
        return answered(
                new RepliedToMessage(BOT, messageId, List.of(), false, Optional.empty(), Optional.empty()), text);
    }

    private AnswerOutcome reply(long messageId, String text, int quotedAt) {
        return answered(
                new RepliedToMessage(BOT, messageId, List.of(), false, Optional.empty(), Optional.of(quotedAt)), text);
    }

    private AnswerOutcome answered(RepliedToMessage message, String text) {
        return desk.beans.returned(
                () -> replies.answer(message, FormattedText.plain(text), desk.origin(), Optional.empty(), OPERATOR));
    }

    private Optional<AnswerOutcome> numbered(String text) {
        return desk.beans.returned(
                () -> replies.answer(FormattedText.plain(text), desk.origin(), Optional.empty(), OPERATOR));
    }

    private static SupportMessage stored(AnswerOutcome outcome) {
        return assertInstanceOf(AnswerOutcome.Stored.class, outcome).answer();
    }

    private static long answers() {
        return SharedDatabase.sql("select 1 from support_messages where is_from_admin")
                .size();
    }
}
