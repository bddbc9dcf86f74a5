package org.answerline.conversation;

import static org.answerline.conversation.ConversationFixture.OPERATOR;
import static org.answerline.conversation.ConversationFixture.OPERATORS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.message.TelegramMessageRef;
import org.answerline.conversation.reply.OperatorNotes;
import org.answerline.sandbox.SharedDatabase;
import org.answerline.sandbox.UsesSharedDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** /find over messages and notes. */
@UsesSharedDatabase
class ConversationSearchTest {

    private final ConversationFixture desk = new ConversationFixture();
    private final ConversationSearch search = desk.beans.get(ConversationSearch.class);
    private final long anna = desk.user("Anna");

    @AfterEach
    void close() {
        desk.close();
    }

    @ParameterizedTest
    @CsvSource({
        "invoices, The invoice is wrong",
        "PAYING, I have paid and pay again",
        "счёта, Где мой счёт?",
        "возвратов, Прошу возврат денег",
        "printer принтера, Принтер Printer не печатает",
        "'\"wrong invoice\"', A wrong invoice came",
        "A-17, Order A-17 is missing"
    })
    void wordsAreFoundInAnyForm(String typed, String text) {
        asked(text);
        asked("Something else");
        var hits = found(typed);
        assertEquals(1, hits.size(), hits::toString);
        assertTrue(hits.get(0).contains(text), hits::toString);
    }

    @Test
    void theFiveNewestAreShownTheNewestFirst() {
        for (int i = 1; i <= 7; i++) {
            asked("Delivery of parcel " + i);
            desk.clock.pass(Duration.ofMinutes(1));
        }
        var hits = found("deliveries");
        assertEquals(5, hits.size());
        for (int i = 0; i < 5; i++) {
            assertTrue(hits.get(i).contains("parcel " + (7 - i)), hits::toString);
        }
    }

    @Test
    void inATopicAllHitsReplyToTheCommand() {
        asked("Delivery of parcel 1");
        asked("Delivery of parcel 2");
        desk.beans.inTransaction(() -> search.find("deliveries", 78, true));
        assertEquals(
                2,
                SharedDatabase.sql("select 1 from deliveries where reply_to_message_id = 78")
                        .size());
    }

    @Test
    void notesAreFoundAndMarked() {
        var question = asked("Where is it?");
        desk.beans.inTransaction(() -> desk.beans
                .get(OperatorNotes.class)
                .keep(
                        Optional.empty(),
                        "#" + question.number() + " calls back about the parcels",
                        new TelegramMessageRef(OPERATORS, 50),
                        Optional.empty(),
                        OPERATOR));
        var hits = found("parcel");
        assertEquals(1, hits.size());
        assertTrue(hits.get(0).contains("🙊 note of Olga Petrova: calls back"), hits::toString);
        assertTrue(hits.get(0).contains("#" + question.number() + " · Anna"), hits::toString);
    }

    @Test
    void aReplyToAHitIsAnAnswerInItsConversation() {
        var question = asked("Where is my parcel?");
        found("parcel");
        assertEquals(
                question.id(),
                SharedDatabase.sql("select about_message_id from deliveries order by id desc limit 1")
                        .get(0)
                        .get("about_message_id"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "'",
                "\\",
                "a & | !",
                "((((",
                "<-> <2>",
                "\"unclosed",
                ":*",
                "the и в",
                "-",
                "%s %n {0}",
                "\u0000\u0007",
                "\ud800",
                "' or 1=1; drop table users --"
            })
    void hostileTextIsNoError(String typed) {
        asked("Something");
        assertEquals(1, found(typed).size());
    }

    private SupportMessage asked(String text) {
        var question = desk.ask(anna, text);
        SharedDatabase.sql(
                "update support_messages set delivery = 'DELIVERED' where id = ? returning id", question.id());
        return question;
    }

    private List<String> found(String typed) {
        var before = desk.outboxTexts(OPERATORS).size();
        desk.beans.inTransaction(() -> search.find(typed, 77, false));
        var all = desk.outboxTexts(OPERATORS).stream().map(String::valueOf).toList();
        return all.subList(before, all.size());
    }
}
