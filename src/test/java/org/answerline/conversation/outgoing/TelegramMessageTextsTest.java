package org.answerline.conversation.outgoing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.answerline.account.user.Accounts;
import org.answerline.account.user.User;
import org.answerline.attachment.Attachment;
import org.answerline.attachment.Attachments;
import org.answerline.conversation.ConversationFixture;
import org.answerline.conversation.message.NewQuestion;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.message.SupportMessages;
import org.answerline.conversation.reply.AnswerOutcome;
import org.answerline.delivery.message.OutboxPart;
import org.answerline.platform.text.Texts;
import org.answerline.sandbox.SharedDatabase;
import org.answerline.sandbox.UsesSharedDatabase;
import org.answerline.telegram.text.FormattedText;
import org.answerline.telegram.text.TelegramText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The texts of questions and answers in Telegram: within its limits, nothing lost, and the user's words marked as such. */
@UsesSharedDatabase
class TelegramMessageTextsTest {

    private static final Texts ENGLISH = Texts.in("en");

    private final ConversationFixture desk = new ConversationFixture();
    private final long anna = desk.user("Anna");

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aNoticeNamesTheQuestionItsAuthorAndItsSubject() {
        var question = asked("The parcel", "Where is it?");
        var text = only(notice(question)).text().text();
        assertTrue(
                text.endsWith("#" + question.number()
                        + " Question (site)\nFrom: Anna · Anna@example.org\nSubject: The parcel\n\nWhere is it?"),
                text);
    }

    @Test
    void anUnconfirmedAddressIsMarked() {
        SharedDatabase.sql("update users set email_confirmed_at = null");
        var text = only(notice(asked("", "Where is it?"))).text().text();
        assertTrue(text.contains("From: Anna · Anna@example.org (not confirmed)\n"), text);
    }

    @Test
    void aNameOfSeveralLinesCannotImitateTheRestOfTheNotice() {
        SharedDatabase.sql("update users set full_name = ?", "Anna\nSubject: paid\u202E");
        var text = only(notice(asked("", "Where is it?"))).text().text();
        assertTrue(text.contains("From: Anna Subject: paid · "), text);
        assertFalse(text.contains("\u202E"), "no effect on the direction of the text after it");
    }

    @Test
    void theUsersWordsStandInAQuote() {
        var notice = only(notice(asked("", "Question (site)"))).text();
        assertTrue(notice.entities().contains("\"blockquote\"")
                || notice.entities().contains("blockquote"));
        assertTrue(notice.text().endsWith("Question (site)"));
    }

    @Test
    void aLongQuestionIsSeveralMessagesWithinTheLimitAndNothingIsLost() {
        var words = IntStream.range(0, 1_500).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
        var question = desk.beans.returned(() -> desk.desk.tell(
                anna,
                FormattedText.plain(words),
                java.util.Optional.empty(),
                desk.origin(),
                java.util.Optional.empty()));
        var parts = notice(question);
        assertTrue(parts.size() > 1);
        for (int i = 0; i < parts.size(); i++) {
            var text = parts.get(i).text().text();
            assertTrue(text.length() <= TelegramText.LIMIT, "part " + i + " has " + text.length());
            assertTrue(text.contains("#" + question.number()), text);
            assertTrue(text.contains("(part " + (i + 1) + " of " + parts.size() + ")"), text);
        }
        var sent = parts.stream().map(part -> part.text().text()).collect(Collectors.joining(" "));
        IntStream.range(0, 1_500).forEach(i -> assertTrue(sent.matches("(?s).*\\bw" + i + "\\b.*"), "w" + i));
    }

    @Test
    void filesOfAQuestionFromTheSiteComeAfterItsTextWithItsNumber() {
        var question = asked("", "Look");
        var file = desk.file(question, "PHOTO", "f", 1);
        var parts = notice(question);
        assertEquals(2, parts.size());
        assertEquals(List.of(), parts.get(0).files());
        assertEquals(List.of(file), parts.get(1).files());
        assertEquals(TelegramMessageTexts.number(question), parts.get(1).text());
    }

    @Test
    void aQuestionFromTelegramIsTheCaptionOfItsFile() {
        var question = desk.beans.returned(() -> desk.desk.tell(
                anna,
                FormattedText.plain("Look"),
                java.util.Optional.empty(),
                desk.origin(),
                java.util.Optional.empty()));
        var file = desk.file(question, "PHOTO", "f", 1);
        var part = only(notice(question));
        assertEquals(List.of(file), part.files());
        assertTrue(part.text().text().endsWith("Look"));
    }

    @Test
    void aLatePartOfAnAlbumNamesItsQuestion() {
        var question = asked("", "Album");
        desk.file(question, "PHOTO", "f", 1);
        var file = files(question).get(0);
        var silent = only(TelegramMessageTexts.late(question, file, FormattedText.plain("")));
        assertEquals(TelegramMessageTexts.number(question), silent.text());
        var caption = only(TelegramMessageTexts.late(question, file, FormattedText.plain("late words")));
        assertTrue(
                caption.text().text().endsWith("#" + question.number() + "\nlate words"),
                caption.text().text());
        assertEquals(List.of(file.id()), caption.files());
    }

    @Test
    void aLatePartOfAnAnswerHasOnlyTheOperatorsWords() {
        var question = asked("", "Album");
        desk.file(question, "PHOTO", "f", 1);
        var file = files(question).get(0);
        assertEquals(
                "",
                only(TelegramMessageTexts.lateAnswer(file, FormattedText.plain("")))
                        .text()
                        .text());
        assertEquals(
                "late words",
                only(TelegramMessageTexts.lateAnswer(file, FormattedText.plain("late words")))
                        .text()
                        .text());
    }

    @Test
    void aLongAnswerIsSeveralMessagesEachWithItsHead() {
        var question = asked("", "Where?");
        var words = IntStream.range(0, 1_500).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
        var answer = ((AnswerOutcome.Stored) desk.answer(question, words)).answer();
        var parts = TelegramMessageTexts.answer(answer, List.of(), ENGLISH);
        assertTrue(parts.size() > 1);
        assertTrue(parts.get(0).text().text().startsWith("📩 Support reply:\n\nw0 "));
        assertTrue(
                parts.get(1).text().text().startsWith("📩 Support reply, continued (2 of " + parts.size() + "):\n\n"));
        parts.forEach(part -> assertTrue(part.text().text().length() <= TelegramText.LIMIT));
    }

    @Test
    void theNameOfItsOperatorCountsForTheLengthOfAnAnswer() {
        var name = ("N".repeat(64) + " " + "😀".repeat(64)).substring(0, 64 + 1 + 100);
        var words = "w".repeat(TelegramText.LIMIT - 100);
        var answer = ((AnswerOutcome.Stored) desk.answer(asked("", "Where?"), words)).answer();
        SharedDatabase.sql("update support_messages set signature = ? where id = ? returning id", name, answer.id());
        for (String language : List.of("en", "ru")) {
            var parts = TelegramMessageTexts.answer(reread(answer), List.of(), Texts.in(language));
            assertEquals(2, parts.size());
            assertTrue(parts.get(0).text().text().contains(name), "the whole name");
            parts.forEach(part -> assertTrue(
                    part.text().text().length() <= TelegramText.LIMIT,
                    () -> part.text().text().length() + " characters"));
        }
    }

    private SupportMessage reread(SupportMessage message) {
        return desk.beans.returned(
                () -> desk.beans.get(SupportMessages.class).find(message.id()).orElseThrow());
    }

    @Test
    void theLongestNamesOfUserAndOperatorFitIntoACaptionOrAreNotOne() {
        SharedDatabase.sql(
                "update users set full_name = ?, email = ?", "😀".repeat(150), "e".repeat(242) + "@example.org");
        var words = "w".repeat(TelegramText.CAPTION_LIMIT - 20);
        var question = desk.beans.returned(() -> desk.desk.tell(
                anna,
                FormattedText.plain(words),
                java.util.Optional.empty(),
                desk.origin(),
                java.util.Optional.empty()));
        desk.file(question, "PHOTO", "f", 1);
        for (OutboxPart part : notice(question)) {
            int most = part.files().isEmpty() ? TelegramText.LIMIT : TelegramText.CAPTION_LIMIT;
            assertTrue(part.text().text().length() <= most, part::toString);
        }
    }

    @Test
    void anAnswerIsTheCaptionOfItsFile() {
        var answer = ((AnswerOutcome.Stored) desk.answer(asked("", "Where?"), "Here")).answer();
        var file = desk.file(answer, "PHOTO", "f", 1);
        var part = only(TelegramMessageTexts.answer(answer, files(answer), ENGLISH));
        assertEquals("📩 Support reply:\n\nHere", part.text().text());
        assertEquals(List.of(file), part.files());
    }

    private SupportMessage asked(String subject, String text) {
        return desk.beans.returned(() -> desk.desk.ask(anna, NewQuestion.typed(subject, text)));
    }

    private List<OutboxPart> notice(SupportMessage question) {
        User author = desk.beans.returned(
                () -> desk.beans.get(Accounts.class).find(anna).orElseThrow());
        return TelegramMessageTexts.notice(question, author, files(question), ENGLISH);
    }

    private List<Attachment> files(SupportMessage message) {
        return desk.beans.returned(() -> desk.beans.get(Attachments.class).of(message.id()));
    }

    private static OutboxPart only(List<OutboxPart> parts) {
        assertEquals(1, parts.size(), parts.toString());
        return parts.get(0);
    }
}
