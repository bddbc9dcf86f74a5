package org.answerline.conversation.canned;

import static org.answerline.conversation.ConversationFixture.OPERATOR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.answerline.conversation.ConversationFixture;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.reply.AnswerOutcome;
import org.answerline.sandbox.SharedDatabase;
import org.answerline.sandbox.UsesSharedDatabase;
import org.answerline.telegram.text.FormattedText;
import org.answerline.telegram.text.TextEntity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that operators save and send again. */
@UsesSharedDatabase
class CannedRepliesTest {

    private final ConversationFixture desk = new ConversationFixture();
    private final CannedReplies replies = desk.beans.get(CannedReplies.class);
    private final long anna = desk.user("Anna {number}");
    private final SupportMessage question = desk.ask(anna, "Question of Anna");

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aTextIsSavedReplacedAndDeleted() {
        assertTrue(save("hello", "Hello"));
        assertTrue(save("bye", "Bye"));
        assertTrue(save("hello", "Good day"));
        assertEquals(
                List.of("bye", "hello"),
                in(replies::all).stream().map(CannedReply::name).toList());
        assertEquals(
                "Good day", in(() -> replies.find("hello")).orElseThrow().text().text());
        assertTrue(in(() -> replies.delete("hello")));
        assertFalse(in(() -> replies.delete("hello")));
        assertEquals(Optional.empty(), in(() -> replies.find("hello")));
    }

    @Test
    void soManyCanBeSavedAndOldOnesCanStillBeReplaced() {
        SharedDatabase.sql(
                "insert into canned_replies (name, text, saved_at) select 'name' || i, 'text', now() from generate_series(1, ?) i",
                CannedReplies.MOST);
        assertFalse(save("another", "text"));
        assertTrue(save("name1", "other text"));
    }

    @Test
    void placeholdersAreFilledOnceAndTheFormatIsKept() {
        var bold = new TextEntity("bold", 6, 6, null, null);
        var link = new TextEntity("text_link", 20, 4, "https://example.org/", null);
        in(() -> replies.save(
                "hello", new FormattedText("Hello {name}, about {number} here", List.of(bold, link)), OPERATOR));
        var filled = assertInstanceOf(FilledReply.Ready.class, in(() -> replies.fill("hello", question)));
        assertEquals(
                "Hello Anna {number}, about " + question.number() + " here",
                filled.text().text());
        assertEquals(
                new TextEntity("bold", 6, 13, null, null),
                filled.text().entities().get(0));
    }

    @Test
    void aPlaceholderThatCannotBeFilledIsNamed() {
        save("order", "Your order {order} of {name} {}");
        assertEquals(new FilledReply.Missing("{order}"), in(() -> replies.fill("order", question)));
        SharedDatabase.sql("update users set full_name = ' ' returning id");
        save("name", "Dear {Name}");
        assertEquals(new FilledReply.Missing("{Name}"), in(() -> replies.fill("name", question)));
        save("code", "if (x) { return 1; } {}");
        assertInstanceOf(FilledReply.Ready.class, in(() -> replies.fill("code", question)));
    }

    @Test
    void theNumberIsThatOfTheQuestionAlsoUnderAnAnswer() {
        var answer = ((AnswerOutcome.Stored) desk.answer(question, "Here")).answer();
        desk.ask(anna, "Another");
        save("about", "About {number}");
        var filled = assertInstanceOf(FilledReply.Ready.class, in(() -> replies.fill("about", answer)));
        assertEquals("About " + question.number(), filled.text().text());
    }

    @Test
    void anUnknownNameIsMetWithTheNearestOnes() {
        List.of("refund", "refunds-late", "refuse", "hello", "привет").forEach(name -> save(name, "text"));
        assertEquals(new FilledReply.Unknown(List.of("refund")), in(() -> replies.fill("refnd", question)));
        assertEquals(List.of("refund", "refuse", "refunds-late"), in(() -> replies.nearest("refu")));
        assertEquals(List.of("привет"), in(() -> replies.nearest("превет")));
        assertEquals(List.of(), in(() -> replies.nearest("something")));
    }

    @ParameterizedTest
    @CsvSource({"Hello, hello", "' ПРИВЕТ ', привет", "a-b_1, a-b_1"})
    void aNameIsOneWordInAnyLetterCase(String typed, String name) {
        assertEquals(Optional.of(name), CannedReply.readName(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "semi;colon", "{name}", "#12", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void anythingElseIsNoName(String typed) {
        assertEquals(Optional.empty(), CannedReply.readName(typed));
    }

    private boolean save(String name, String text) {
        return in(() -> replies.save(name, FormattedText.plain(text), OPERATOR));
    }

    private <T> T in(Supplier<T> work) {
        return desk.beans.returned(work);
    }
}
