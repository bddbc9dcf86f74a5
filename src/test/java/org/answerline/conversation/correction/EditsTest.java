package org.answerline.conversation.correction;

import static org.answerline.conversation.ConversationFixture.BOT;
import static org.answerline.conversation.ConversationFixture.CHAT;
import static org.answerline.conversation.ConversationFixture.OPERATORS;
import static org.answerline.conversation.ConversationFixture.photo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.answerline.conversation.ConversationFixture;
import org.answerline.conversation.HeldAnswers;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.message.TelegramMessageRef;
import org.answerline.conversation.outgoing.SentCorrections;
import org.answerline.conversation.reply.AnswerOutcome;
import org.answerline.conversation.reply.OperatorReplies;
import org.answerline.delivery.UserDeliveries;
import org.answerline.delivery.message.DeliveryEvent;
import org.answerline.delivery.message.MessageKind;
import org.answerline.delivery.message.OutboxPart;
import org.answerline.linking.TelegramLinking;
import org.answerline.sandbox.SharedDatabase;
import org.answerline.sandbox.UsesSharedDatabase;
import org.answerline.telegram.text.FormattedText;
import org.answerline.telegram.text.TelegramText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of the texts of messages that their authors edit in Telegram. */
@UsesSharedDatabase
class EditsTest {

    private final ConversationFixture desk = new ConversationFixture();
    private final long anna = desk.user("Anna");

    @AfterEach
    void close() {
        desk.close();
    }

    private static List<Map<String, Object>> inTurn(long chat, String purpose) {
        return SharedDatabase.sql(
                "select text from deliveries where state = 'WAITING' and chat_id = ? and purpose = ? order by turn, id",
                chat,
                purpose);
    }

    private static void assertInTurn(long chat, String purpose, String... texts) {
        var waiting = inTurn(chat, purpose);
        assertEquals(texts.length, waiting.size(), waiting::toString);
        for (int i = 0; i < texts.length; i++) {
            assertTrue(waiting.get(i).get("text").toString().contains(texts[i]), waiting::toString);
        }
    }

    private SupportMessage writes(long messageId, String text) {
        return desk.beans.returned(() -> desk.desk.tell(
                anna,
                FormattedText.plain(text),
                Optional.empty(),
                new TelegramMessageRef(CHAT, messageId),
                Optional.empty()));
    }

    private void userEdits(long messageId, String text) {
        desk.beans.inTransaction(() -> desk.beans
                .get(QuestionEdits.class)
                .edit(new TelegramMessageRef(CHAT, messageId), FormattedText.plain(text)));
    }

    private SupportMessage answer(SupportMessage question, String text) {
        return assertInstanceOf(AnswerOutcome.Stored.class, desk.answer(question, text))
                .answer();
    }

    private void operatorEdits(SupportMessage answer, String text) {
        var origin = new TelegramMessageRef(OPERATORS, answer.originMessageId());
        desk.beans.inTransaction(() -> desk.beans.get(AnswerEdits.class).edit(origin, FormattedText.plain(text)));
    }

    private void fire(DeliveryEvent event) {
        desk.beans.inTransaction(() -> desk.beans.fire(event));
    }

    /** What waits has arrived as this Telegram message. */
    private static void arrivedAs(long messageId) {
        SharedDatabase.sql(
                "update deliveries set state = 'SENT', attempts = 1, finished_at = now(), telegram_message_id = ?,"
                        + " telegram_message_ids = ? where state = 'WAITING' returning id",
                messageId,
                "" + messageId);
    }

    @Test
    void anEditedAnswerThatWaitsKeepsItsPlaceBeforeLaterOnes() {
        desk.link(anna, CHAT);
        SupportMessage question = desk.ask(anna, "Question of Anna");
        SupportMessage first = answer(question, "first");
        answer(question, "second");
        operatorEdits(first, "first, corrected");
        assertInTurn(CHAT, "ANSWER", "first, corrected", "second");
    }

    @Test
    void anEditedQuestionThatWaitsKeepsItsPlaceBeforeLaterOnes() {
        writes(1, "first");
        writes(2, "second");
        userEdits(1, "first, corrected");
        assertInTurn(OPERATORS, "NOTICE", "first, corrected", "second");
    }

    @Test
    void theEarlierPlaceIsFoundThoughTheLastClaimSawOnlyLaterOnes() {
        writes(1, "first");
        writes(2, "second");
        SharedDatabase.sql(
                "insert into delivery_lanes (chat_id, due_at, notices_from, searched_at)"
                        + " values (?, now(), now() + interval '1 minute', now()) returning chat_id",
                OPERATORS);
        userEdits(1, "first, corrected");
        var lane = SharedDatabase.sql("select notices_from is null as everything from delivery_lanes")
                .get(0);
        assertEquals(true, lane.get("everything"));
    }

    @Test
    void operatorsAreToldOnceInTenMinutesThatAUserEditsAMessageThatWasAnswered() {
        desk.link(anna, CHAT);
        SupportMessage question = writes(1, "How much?");
        arrivedAs(77);
        answer(question, "Ten");
        userEdits(1, "How much for two?");
        userEdits(1, "How much for three?");
        userEdits(1, "How much for four?");
        assertInTurn(OPERATORS, "WORD", "was changed by the user after it was answered");
        assertInTurn(OPERATORS, "EDIT", "How much for four?");
        SharedDatabase.sql("update given_hints set given_at = given_at - interval '11 minutes'");
        userEdits(1, "How much for five?");
        assertEquals(2, inTurn(OPERATORS, "WORD").size());
    }

    @Test
    void anEditWhoseNoticeWasDeletedInTelegramComesAsANewNotice() {
        SupportMessage question = writes(1, "How much?");
        arrivedAs(77);
        userEdits(1, "How much for two?");
        assertInTurn(OPERATORS, "EDIT", "How much for two?");
        SharedDatabase.sql(
                "update deliveries set state = 'GAVE_UP', finished_at = now(), failure = 'gone' where purpose = 'EDIT' returning id");

        fire(new DeliveryEvent.EditRefused(OPERATORS, 77, question.id(), "gone", false));
        assertInTurn(OPERATORS, "NOTICE", "How much for two?");
        assertInTurn(OPERATORS, "NOTICE", "has changed the text");

        // The next edit changes the new notice, and the deleted one is not tried again.
        arrivedAs(88);
        userEdits(1, "How much for three?");
        var changed = SharedDatabase.sql(
                "select reply_to_message_id as notice from deliveries where state = 'WAITING' and purpose = 'EDIT'");
        assertEquals(List.of(Map.of("notice", 88L)), changed);
    }

    @Test
    void anAnswerThatTelegramDoesNotChangeIsNotSentAgainAndItsOperatorIsToldOnce() {
        desk.link(anna, CHAT);
        SupportMessage answer = answer(desk.ask(anna, "Question of Anna"), "Ten");
        arrivedAs(77);
        fire(new DeliveryEvent.EditRefused(CHAT, 77, answer.id(), "message can't be edited", false));
        assertEquals(1, desk.outbox().size());
        assertInTurn(OPERATORS, "WORD", "Anna still has the earlier text in Telegram (message can't be edited)");
        // Another part of it.
        fire(new DeliveryEvent.EditRefused(CHAT, 77, answer.id(), "message can't be edited", false));
        assertEquals(1, desk.outbox().size());
    }

    @Test
    void nobodyIsToldOfAnAnswerThatTheUserHasDeleted() {
        SupportMessage answer = arrivedAnswer();
        fire(new DeliveryEvent.EditRefused(CHAT, 77, answer.id(), "Bad Request: message to edit not found", true));
        assertEquals(0, desk.outbox().size());
    }

    @Test
    void anEditThatWaitsDoesNotLeaveWhenTheAnswerIsWithdrawn() {
        SupportMessage answer = arrivedAnswer();
        change(answer, "a secret by mistake");
        assertInTurn(CHAT, "EDIT", "a secret by mistake");
        undo();
        assertEquals(List.of(), inTurn(CHAT, "EDIT"));
        assertInTurn(CHAT, "ERASURE", "77");
    }

    @Test
    void anAnswerThatBecameShorterAndLongerAgainIsSentWholeAgain() {
        SupportMessage answer = arrivedAnswer();
        change(answer, "Ten", "and more");
        arrivedAs(78);
        change(answer, "Ten");
        change(answer, "Ten", "and more again");
        assertInTurn(CHAT, "ANSWER", "and more again");
        assertEquals(1, inTurn(CHAT, "EDIT").size());
    }

    @Test
    void theEndOfALongerQuestionThatStaysInTheOperatorsChatMakesNoSecondNotice() {
        SupportMessage question = writes(1, "How much?");
        arrivedAs(77);
        fire(new DeliveryEvent.DeletionRefused(
                OPERATORS, List.of(78L), question.id(), "message can't be deleted", false));
        assertEquals(0, desk.outbox().size());
    }

    @Test
    void anOperatorIsToldThatAnAnswerIsTooOldToBeFoundInTelegram() {
        SupportMessage answer = arrivedAnswer();
        SharedDatabase.sql("update support_messages set delivery = 'DELIVERED' where id = ? returning id", answer.id());
        SharedDatabase.sql("delete from deliveries where support_message_id = ? returning id", answer.id());
        assertInstanceOf(CorrectionOutcome.OutOfReach.class, undo());
    }

    @Test
    void anEditOfAnAnswerStaysOnTheSiteWhenTheUserHasNoTelegramAnyMore() {
        SupportMessage answer = arrivedAnswer();
        unlink(anna);
        assertInstanceOf(CorrectionOutcome.OnSiteOnly.class, edited(answer, longText("corrected")));
        assertEquals(longText("corrected"), desk.row(answer).get("text"));
        assertEquals(List.of(), desk.outboxTexts(CHAT));
    }

    @Test
    void anEditOfAnAnswerGoesToNoChatThatHasBecomeAnotherUsers() {
        SupportMessage answer = arrivedAnswer();
        unlink(anna);
        desk.link(desk.user("Boris"), CHAT);
        desk.link(anna, 8);
        assertInstanceOf(CorrectionOutcome.OnSiteOnly.class, edited(answer, longText("corrected")));
        assertEquals(List.of(), desk.outboxTexts(CHAT));
        assertEquals(List.of(), desk.outboxTexts(8));
    }

    @Test
    void anEditThatWaitsDoesNotLeaveForAChatThatIsUnlinkedBefore() {
        SupportMessage answer = arrivedAnswer();
        operatorEdits(answer, "corrected");
        assertInTurn(CHAT, "EDIT", "corrected");
        unlink(anna);
        assertEquals(List.of(), inTurn(CHAT, "EDIT"));
    }

    @Test
    void whatReplacesAWithdrawnAnswerStillLeavesForAChatThatIsUnlinkedBefore() {
        arrivedAnswer();
        SharedDatabase.sql("update deliveries set finished_at = ? where purpose = 'ANSWER' returning id", longAgo());
        undo();
        assertInTurn(CHAT, "EDIT", "Support has withdrawn this message");
        unlink(anna);
        assertInTurn(CHAT, "EDIT", "Support has withdrawn this message");
    }

    @Test
    void anEditedAnswerThatWaitedWhenItsUserBlockedTheBotIsHeldAndSentOnReturn() {
        desk.link(anna, CHAT);
        SupportMessage answer = answer(desk.ask(anna, "Question of Anna"), "Ten");
        desk.block(anna);
        assertInstanceOf(CorrectionOutcome.Done.class, edited(answer, "Eleven"));
        assertEquals("HELD", desk.delivery(answer));
        assertEquals(List.of(), desk.outboxTexts(CHAT));
        assertEquals(1, sentOnReturn());
        assertInTurn(CHAT, "ANSWER", "Eleven");
    }

    @Test
    void anAlbumThatGrowsWhenItsUserHasBlockedTheBotIsHeldAndSentOnReturn() {
        desk.link(anna, CHAT);
        SupportMessage answer = albumBegun();
        desk.block(anna);
        grow(answer, "two");
        assertEquals("HELD", desk.delivery(answer));
        assertEquals(List.of(), inTurn(CHAT, "ANSWER"));
        assertEquals(1, sentOnReturn());
        assertInTurn(CHAT, "ANSWER", "two");
        assertEquals(2, filesWaiting());
    }

    @Test
    void aPartOfAnAlbumThatComesLateWhenItsUserHasBlockedTheBotIsSentOnReturn() {
        desk.link(anna, CHAT);
        SupportMessage answer = albumBegun();
        arrivedAs(77);
        desk.block(anna);
        grow(answer, "two");
        assertEquals("HELD", desk.delivery(answer));
        assertEquals(1, sentOnReturn());
        assertInTurn(CHAT, "ANSWER", "two");
        assertEquals(2, filesWaiting());
    }

    @Test
    void aPartOfAnAlbumThatComesAfterItsWithdrawalIsNotSent() {
        desk.link(anna, CHAT);
        SupportMessage answer = albumBegun();
        undo();
        grow(answer, "two");
        assertEquals("WITHDRAWN", desk.delivery(answer));
        assertEquals(List.of(), inTurn(CHAT, "ANSWER"));
        assertEquals(
                0,
                SharedDatabase.sql(
                                "select 1 from attachments where support_message_id = ? and not withdrawn", answer.id())
                        .size());
    }

    private SupportMessage albumBegun() {
        return assertInstanceOf(
                        AnswerOutcome.Stored.class,
                        desk.answer(desk.ask(anna, "Question of Anna"), "one", Optional.of(photo("album"))))
                .answer();
    }

    private void grow(SupportMessage answer, String caption) {
        var origin = new TelegramMessageRef(OPERATORS, answer.originMessageId() + 1);
        desk.beans.inTransaction(
                () -> desk.beans.get(OperatorReplies.class).joined(words(caption), origin, photo("album")));
    }

    private int sentOnReturn() {
        return desk.beans.returned(() -> desk.beans.get(HeldAnswers.class).send(anna));
    }

    private static int filesWaiting() {
        return SharedDatabase.sql("select files from deliveries where state = 'WAITING' and files is not null").stream()
                .mapToInt(row -> row.get("files").toString().split(",").length)
                .sum();
    }

    /** "#1500 is your order" was sent before there was a question of this number. */
    @Test
    void anAnswerThatBeganWithANumberWhichWasGivenLaterCanBeCorrected() {
        SupportMessage question = writes(1, "Where is it?");
        desk.link(anna, CHAT);
        SupportMessage answer = answer(question, "Ten");
        String number = "#" + desk.ask(desk.user("Boris"), "Hello?").number();
        assertInstanceOf(CorrectionOutcome.OtherQuestion.class, edited(answer, number + " is your order"));
        SharedDatabase.sql(
                "update support_messages set text = ? where id = ? returning id",
                number + " is your oder",
                answer.id());
        assertInstanceOf(CorrectionOutcome.Done.class, edited(answer, number + " is your order"));
        assertEquals(number + " is your order", desk.row(answer).get("text"));
    }

    private CorrectionOutcome edited(SupportMessage answer, String text) {
        var origin = new TelegramMessageRef(OPERATORS, answer.originMessageId());
        return desk.beans.returned(() -> desk.beans.get(AnswerEdits.class).edit(origin, words(text)));
    }

    private void unlink(long user) {
        desk.beans.get(HeldAnswers.class);
        desk.beans.inTransaction(() -> desk.beans.get(TelegramLinking.class).unlink(user));
    }

    /** Longer than one message. */
    private static String longText(String word) {
        return (word + " ").repeat(600).strip();
    }

    /** By the desk's clock older than what Telegram deletes. */
    private OffsetDateTime longAgo() {
        return desk.now().minusDays(10);
    }

    private SupportMessage arrivedAnswer() {
        desk.link(anna, CHAT);
        SupportMessage answer = answer(desk.ask(anna, "Question of Anna"), "Ten");
        arrivedAs(77);
        return answer;
    }

    private void change(SupportMessage answer, String... parts) {
        var texts =
                Stream.of(parts).map(TelegramText::plain).map(OutboxPart::of).toList();
        desk.beans.inTransaction(() -> desk.beans.get(SentCorrections.class).change(answer, MessageKind.ANSWER, texts));
    }

    private CorrectionOutcome undo() {
        return desk.beans.returned(() -> desk.beans
                .get(AnswerWithdrawals.class)
                .undo(Optional.empty(), OPERATORS, ConversationFixture.OPERATOR));
    }

    @Test
    void aRefusedEditOfAWordAboutAMessageIsNobodysMatter() {
        desk.link(anna, CHAT);
        SupportMessage question = writes(1, "How much?");
        SupportMessage answer = answer(question, "Ten");
        arrivedAs(77);
        // The message that asked for a rating.
        fire(new DeliveryEvent.EditRefused(CHAT, 99, answer.id(), "gone", false));
        fire(new DeliveryEvent.EditRefused(CHAT, 99, question.id(), "gone", false));
        assertEquals(List.of(), desk.outbox());
    }

    private void noticed(SupportMessage question, long messageId, int offset) {
        fire(new DeliveryEvent.Sent(
                MessageKind.NOTICE, BOT, OPERATORS, List.of(messageId), offset, question.id(), true, true));
    }

    private static List<Object> waitingIds(String purpose) {
        return SharedDatabase.sql(
                        "select coalesce(reply_to_message_id::text, text) as id from deliveries"
                                + " where state = 'WAITING' and purpose = ?",
                        purpose)
                .stream()
                .map(row -> row.get("id"))
                .toList();
    }

    private List<Long> sentAbout(SupportMessage question) {
        return desk.beans.get(UserDeliveries.class).sent(List.of(question.id()), List.of(), Instant.EPOCH).stream()
                .map(UserDeliveries.SentMessage::messageId)
                .sorted()
                .toList();
    }

    @Test
    void laterEditsOfAQuestionInAJoinedNoticeLeaveTheOthersThere() {
        SupportMessage annas = writes(1, "How much?");
        SupportMessage boriss = desk.ask(desk.user("Boris"), "Where is it?");
        arrivedAs(77);
        noticed(annas, 77, 10);
        noticed(boriss, 77, 40);
        userEdits(1, "How much for two?");
        assertInTurn(OPERATORS, "NOTICE", "How much for two?");
        arrivedAs(88);
        noticed(annas, 88, 0);
        userEdits(1, "How much for three?");
        assertEquals(List.of("88"), waitingIds("EDIT"));
        assertEquals(List.of(), waitingIds("ERASURE"));
        assertEquals(List.of(77L, 88L), sentAbout(annas));
    }

    @Test
    void theFirstOfAJoinedNoticeEditedOnItsWayLeavesTheOthersThere() {
        SupportMessage annas = writes(1, "How much?");
        SupportMessage boriss = desk.ask(desk.user("Boris"), "Where is it?");
        SharedDatabase.sql("update deliveries set attempts = 1 returning id");
        userEdits(1, "How much for two?");
        arrivedAs(77);
        desk.beans.inTransaction(() -> {
            desk.beans.fire(joined(annas, 10));
            desk.beans.fire(joined(boriss, 40));
        });
        assertEquals(List.of(), waitingIds("EDIT"));
        assertInTurn(OPERATORS, "NOTICE", "How much for two?");
    }

    private static DeliveryEvent.Sent joined(SupportMessage question, int offset) {
        return new DeliveryEvent.Sent(
                MessageKind.NOTICE, BOT, OPERATORS, List.of(77L), offset, question.id(), true, true);
    }

    @Test
    void whatIsNotChangedAnyMoreIsStillErased() {
        SupportMessage question = writes(1, "How much?");
        arrivedAs(77);
        fire(new DeliveryEvent.EditRefused(OPERATORS, 77, question.id(), "gone", false));
        assertEquals(List.of(77L), sentAbout(question));
    }

    @Test
    void anEditDoesNotLockAQueueThatIsSearchedFromAnEarlierTurn() {
        writes(1, "first");
        SharedDatabase.sql(
                "insert into delivery_lanes (chat_id, due_at, notices_from, searched_at)"
                        + " values (?, now(), now() - interval '1 minute', now()) returning chat_id",
                OPERATORS);
        String version = "select xmin::text || ' ' || xmax::text as version from delivery_lanes";
        var before = SharedDatabase.sql(version);
        userEdits(1, "first, corrected");
        assertEquals(before, SharedDatabase.sql(version));
    }

    private static FormattedText words(String text) {
        return FormattedText.plain(text);
    }

    private SupportMessage annasAlbum() {
        SupportMessage message = desk.beans.returned(() -> desk.desk.tell(
                anna, words("one"), Optional.empty(), new TelegramMessageRef(CHAT, 1), Optional.of(photo("album"))));
        for (long part = 2; part <= 3; part++) {
            var origin = new TelegramMessageRef(CHAT, part);
            var caption = words(part == 2 ? "" : "three");
            desk.beans.inTransaction(() -> desk.desk.joined(caption, origin, photo("album")));
        }
        return message;
    }

    @Test
    void aCaptionThatIsRemovedIsRemovedOnTheOtherSideToo() {
        SupportMessage question = desk.beans.returned(() -> desk.desk.tell(
                anna, words("one"), Optional.empty(), new TelegramMessageRef(CHAT, 1), Optional.of(photo(null))));
        arrivedAs(77);
        userEdits(1, "");
        assertEquals("", desk.row(question).get("text"));
        assertInTurn(OPERATORS, "EDIT", "#" + question.number());
        assertFalse(inTurn(OPERATORS, "EDIT").toString().contains("one"));
    }

    @Test
    void aRemovedCaptionInAJoinedNoticeComesAsANewNotice() {
        SupportMessage annas = desk.beans.returned(() -> desk.desk.tell(
                anna, words("one"), Optional.empty(), new TelegramMessageRef(CHAT, 1), Optional.of(photo(null))));
        SupportMessage boriss = desk.ask(desk.user("Boris"), "Where is it?");
        arrivedAs(77);
        noticed(annas, 77, 10);
        noticed(boriss, 77, 40);
        userEdits(1, "");
        assertInTurn(OPERATORS, "NOTICE", "has removed the text");
    }

    @Test
    void aTextDoesNotBecomeEmpty() {
        SupportMessage question = writes(1, "How much?");
        assertFalse(desk.beans.returned(
                () -> desk.beans.get(QuestionEdits.class).edit(new TelegramMessageRef(CHAT, 1), words(" "))));
        assertEquals("How much?", desk.row(question).get("text"));
        desk.link(anna, CHAT);
        assertInstanceOf(CorrectionOutcome.NotAnAnswer.class, edited(answer(question, "Ten"), " "));
    }

    @Test
    void anEditOfOneCaptionOfAnAlbumLeavesTheOthers() {
        SupportMessage message = annasAlbum();
        assertEquals("one\n\nthree", desk.row(message).get("text"));
        userEdits(3, "three, corrected");
        assertEquals("one\n\nthree, corrected", desk.row(message).get("text"));
        userEdits(1, "one, corrected");
        userEdits(2, "two");
        assertEquals(
                "one, corrected\n\ntwo\n\nthree, corrected", desk.row(message).get("text"));
    }

    @Test
    void anEditOfOneCaptionOfAnAnswersAlbumLeavesTheOthers() {
        desk.link(anna, CHAT);
        SupportMessage question = desk.ask(anna, "Question of Anna");
        SupportMessage answer = assertInstanceOf(
                        AnswerOutcome.Stored.class, desk.answer(question, "one", Optional.of(photo("album"))))
                .answer();
        long second = answer.originMessageId() + 1;
        desk.beans.inTransaction(() -> desk.beans
                .get(OperatorReplies.class)
                .joined(words("two"), new TelegramMessageRef(OPERATORS, second), photo("album")));
        operatorEdits(answer, "#" + question.number() + " one, corrected");
        assertEquals("one, corrected\n\ntwo", desk.row(answer).get("text"));
        desk.beans.inTransaction(() -> desk.beans
                .get(AnswerEdits.class)
                .edit(new TelegramMessageRef(OPERATORS, second), words("two, corrected")));
        assertEquals("one, corrected\n\ntwo, corrected", desk.row(answer).get("text"));
    }

    @Test
    void anEditThatBeginsWithTheNumberOfAnotherUsersQuestionChangesNothing() {
        desk.link(anna, CHAT);
        SupportMessage second = desk.ask(anna, "Another question of Anna");
        SupportMessage boriss = desk.ask(desk.user("Boris"), "Question of Boris");
        SupportMessage answer = answer(desk.ask(anna, "Question of Anna"), "Your refund");
        arrivedAs(77);
        operatorEdits(answer, "#" + boriss.number() + " Your refund");
        SharedDatabase.sql("delete from support_messages where id = ? returning id", boriss.id());
        operatorEdits(answer, "#" + boriss.number() + " Your refund of Tuesday");
        assertEquals("Your refund", desk.row(answer).get("text"));
        assertEquals(List.of(), inTurn(CHAT, "EDIT"));
        operatorEdits(answer, "#" + second.number() + " Your refund of Friday");
        assertEquals("Your refund of Friday", desk.row(answer).get("text"));
        operatorEdits(answer, "#100000 is the number of your refund");
        assertEquals("#100000 is the number of your refund", desk.row(answer).get("text"), "nobody's question");
    }

    @Test
    void whatCameOfAnAlbumBeforeItsRefusedCaptionIsNotSent() {
        desk.link(anna, CHAT);
        SupportMessage question = desk.ask(anna, "Question of Anna");
        SupportMessage answer = assertInstanceOf(
                        AnswerOutcome.Stored.class, desk.answer(question, "", Optional.of(photo("album"))))
                .answer();
        RefusedAlbums albums = desk.beans.get(RefusedAlbums.class);
        desk.beans.inTransaction(() -> albums.refuse(OPERATORS, "album"));
        assertEquals("WITHDRAWN", desk.delivery(answer));
        assertEquals(List.of(), inTurn(CHAT, "ANSWER"));
        assertTrue(desk.beans.returned(() -> albums.isRefused(OPERATORS, "album")));
        assertFalse(desk.beans.returned(() -> albums.isRefused(OPERATORS, "another")));
    }
}
