package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.answerline.sandbox.Await;
import org.answerline.sandbox.telegram.Media;
import org.answerline.sandbox.telegram.SandboxMessage;
import org.junit.jupiter.api.Test;

/** An operator's words reach whom they are meant for where that is certain, and nobody where it is not. */
@UsesDesk(SharedDesk.USUAL)
class ReplyRecipientIT {

    private final Desk desk = SharedDesk.USUAL.desk();
    private final Operator operator = new Operator(desk);

    @Test
    void aReplyToTheOperatorsOwnAnswerReachesTheSamePerson() {
        var anna = Customer.linked(desk, "Anna");
        var question = Customer.words("Question");
        anna.asks(question);
        var first = Customer.words("First answer");
        long answer = operator.reply(operator.sees(question), first);
        anna.receives(first);
        var second = Customer.words("A second thought");
        long again = operator.hands().reply(answer, second);
        anna.receives(second);
        var third = Customer.words("A third");
        operator.hands().reply(again, third);
        anna.receives(third);
        assertEquals(List.of(question, first, second, third), anna.threadTexts());

        erase(anna);
        long toNobody = operator.hands().reply(answer, "Are you there?");
        assertTold("data was erased", toNobody);
    }

    @Test
    void aReplyToANoteOfTheDeskReachesThePersonItIsAbout() {
        var anna = Customer.of(desk, "Anna");
        var question = Customer.words("Not linked");
        anna.asks(question);
        long answer = operator.reply(operator.sees(question), "Kept");
        var kept = toldOn(answer);
        assertTrue(kept.text().contains("not linked Telegram"), kept.text());
        operator.reply(kept, "In a Reply to the note");
        Await.until("stored", () -> anna.threadTexts().contains("In a Reply to the note"));
        operator.hands().edit(answer, "Kept, and changed");
        Await.until("changed", () -> anna.threadTexts().contains("Kept, and changed"));
        operator.hands().edit(answer, "//Kept");
        var hint = operator.sees(message ->
                message.replyTo().orElse(-1) == answer && message.text().contains("was not passed on"));
        operator.reply(hint, "In a Reply to the hint");
        Await.until("stored", () -> anna.threadTexts().contains("In a Reply to the hint"));

        erase(anna);
        assertTold("data was erased", operator.reply(kept, "Are you there?"));
    }

    @Test
    void aNumberNeedsNoReply() {
        var anna = Customer.linked(desk, "Anna");
        long number = anna.asksAndIsNumbered(Customer.words("Question"));
        var answer = Customer.words("Without Reply");
        operator.hands().write("\u200B#" + number + "\u00A0" + answer);
        assertEquals("📩 Support reply:\n\n" + answer, anna.receives(answer).text());
        var caption = Customer.words("Look");
        operator.hands().send(Media.photo("#" + number + ": " + caption));
        assertTrue(anna.receives(caption).json().containsKey("photo"));
        operator.hands().send(Media.photo("#" + number));
        Await.until("a picture alone", () -> desk.telegram().transcript(anna.chatId()).stream()
                .anyMatch(message ->
                        message.json().containsKey("photo") && message.text().equals("📩 Support reply:")));
        assertEquals(caption, anna.threadTexts().get(2));
        assertEquals("", anna.threadTexts().get(3));
    }

    @Test
    void aNumberAndNothingElseIsAskedWhatToSend() {
        var anna = Customer.linked(desk, "Anna");
        var question = Customer.words("Question");
        long number = anna.asksAndIsNumbered(question);
        for (String blank : List.of("", "\u200B", " \u00A0", ":")) {
            assertTold("What should I send?", operator.hands().write("#" + number + blank));
            assertTold("What should I send?", operator.reply(operator.sees(question), "#" + number + blank));
        }
        assertEquals(List.of(question), anna.threadTexts());
        var hint = toldOn(operator.hands().write("#" + number));
        var answer = Customer.words("This");
        operator.reply(hint, answer);
        anna.receives(answer);
    }

    @Test
    void aNumberThatIsNotExactlyAQuestionsNumberSelectsNothing() {
        var anna = Customer.linked(desk, "Anna");
        var question = Customer.words("Question");
        long number = anna.asksAndIsNumbered(question);
        for (String words :
                List.of("#" + number + "0000000 no", "#" + number + "a no", "#0" + number + " no", "# no")) {
            assertTold("press Reply", operator.hands().write(words));
        }
        assertEquals(List.of(question), anna.threadTexts());
        operator.reply(operator.sees(question), "#99999999 is our ticket");
        anna.receives("#99999999 is our ticket");
    }

    @Test
    void aNumberOfAnotherPersonIsAskedAbout() {
        var anna = Customer.linked(desk, "Anna");
        var boris = Customer.linked(desk, "Boris");
        var question = Customer.words("Question");
        long annas = anna.asksAndIsNumbered(question);
        long boriss = boris.asksAndIsNumbered(Customer.words("Another"));
        long later = anna.asksAndIsNumbered(Customer.words("A later one"));
        var notice = operator.sees(question);
        assertTold("a question from another user", operator.reply(notice, "#" + boriss + " for whom?"));
        var own = Customer.words("Her own number");
        operator.reply(notice, "#" + annas + " " + own);
        assertEquals("📩 Support reply:\n\n" + own, anna.receives(own).text());
        var laterAnswer = Customer.words("The later number");
        operator.reply(notice, "#" + later + " " + laterAnswer);
        anna.receives(laterAnswer);
        assertEquals(0, anna.received("for whom?") + boris.received("for whom?"));

        erase(boris);
        assertTold("data was erased", operator.reply(notice, "#" + boriss + " still there?"));
        assertTold("data was erased", operator.hands().write("#" + boriss + " still there?"));
        assertEquals(0, anna.received("still there?"));
    }

    @Test
    void theErasedUsersPartOfABatchCannotBeAnswered() {
        var anna = Customer.linked(desk, "Anna");
        var boris = Customer.linked(desk, "Boris");
        var clara = Customer.linked(desk, "Clara");
        long annas = anna.asks(Customer.words("One"));
        long boriss = boris.asks(Customer.words("Two"));
        long claras = clara.asks(Customer.words("Three"));
        long number = boris.numberOf(boriss);
        long bundle = Updates.newId();
        for (long id : List.of(annas, boriss, claras)) {
            desk.database()
                    .sql(
                            "insert into operator_notices (bot_id, chat_id, message_id, support_message_id, from_offset)"
                                    + " values (?, ?, ?, ?, ?) returning message_id",
                            botId(),
                            operator.hands().chatId(),
                            bundle,
                            id,
                            place(id, annas, boriss, claras));
        }
        erase(boris);
        int told = operator.seen("data was erased, or").size();
        reply(bundle, "for Boris", 25, annas, boriss, claras);
        reply(bundle, "#" + number + " for Boris", -1, annas, boriss, claras);
        Await.until("told twice", () -> operator.seen("data was erased, or").size() >= told + 2);
        reply(bundle, "for Clara", 35, annas, boriss, claras);
        clara.receives("for Clara");
        reply(bundle, "#" + anna.numberOf(annas) + " for Anna", -1, annas, boriss, claras);
        anna.receives("for Anna");
        assertEquals(0, anna.received("for Boris") + clara.received("for Boris"));

        erase(clara);
        reply(bundle, "to the only one left", -1, annas, boriss, claras);
        operator.sees("contains several questions");
        assertEquals(0, anna.received("to the only one left"));
    }

    @Test
    void severalQuestionsOfOnePersonAreOneConversation() {
        var anna = Customer.linked(desk, "Anna");
        long one = anna.asks(Customer.words("One"));
        long two = anna.asks(Customer.words("Two"));
        var answer = Customer.words("For both");
        reply(Updates.newId(), answer, -1, one, two, two);
        anna.receives(answer);
    }

    @Test
    void noPartOfAQuestionDeletedByRetentionCanBeAnswered() {
        var anna = Customer.linked(desk, "Anna");
        var caption = Customer.words("Album");
        var album = UUID.randomUUID().toString();
        anna.telegram().send(Media.albumPhoto(album, caption));
        anna.telegram().send(Media.albumPhoto(album, ""));
        var first = operator.sees(caption);
        var second = operator.sees(
                message -> message.id() > first.id() && message.json().containsKey("photo"));
        var words = Customer.words("A later one");
        anna.telegram().write(words);
        operator.sees(words);
        long answer = operator.reply(first, "An answer");
        anna.receives("An answer");
        Await.until("known", () -> anna.thread().get(0).getString("delivery").equals("delivered"));
        desk.database()
                .sql(
                        "delete from support_messages where user_id = (select id from users where email = ?) returning id",
                        anna.browser().email());
        for (var message : List.of(first, second)) {
            assertTold("deleted because of its age", operator.reply(message, "Too late"));
        }
        assertTold("deleted because of its age", operator.hands().reply(answer, "Too late"));
        assertEquals(List.of(), anna.threadTexts());
    }

    @Test
    void eachAnswerStandsUnderWhatItAnswers() {
        var anna = Customer.linked(desk, "Anna");
        var first = Customer.words("First question");
        var second = Customer.words("Second question");
        long one = anna.telegram().write(first);
        long two = anna.telegram().write(second);
        var toSecond = Customer.words("To the second");
        operator.reply(operator.sees(second), toSecond);
        assertEquals(two, anna.receives(toSecond).replyTo().orElse(-1));
        var toFirst = Customer.words("To the first");
        long answer = operator.reply(operator.sees(first), toFirst);
        assertEquals(one, anna.receives(toFirst).replyTo().orElse(-1));
        var more = Customer.words("And one thing more");
        operator.hands().reply(answer, more);
        assertEquals(one, anna.receives(more).replyTo().orElse(-1));

        var page = anna.browser().get("/support/").expect(200).html();
        assertEquals(
                List.of(first, first),
                page.select(".message.is-answer .quote").eachText(),
                "only where the question does not stand right before it");
        assertEquals(first, anna.thread().get(3).getString("quote"));

        anna.asks(Customer.words("From the site"));
        var onSite = Customer.words("To the site");
        operator.reply(operator.sees("From the site"), onSite);
        assertTrue(anna.receives(onSite).replyTo().isEmpty());
    }

    @Test
    void anAnswerWhoseQuestionTheUserDeletedArrivesAllTheSame() {
        var anna = Customer.linked(desk, "Anna");
        var question = Customer.words("Deleted soon");
        long message = anna.telegram().write(question);
        var notice = operator.sees(question);
        anna.telegram().delete(message);
        var answer = Customer.words("All the same");
        operator.reply(notice, answer);
        assertTrue(anna.receives(answer).replyTo().isEmpty());
    }

    @Test
    void aCommandIsNeverAnAnswerAndHelpIsInTheOperatorsLanguage() {
        var anna = Customer.linked(desk, "Anna");
        var question = Customer.words("Question");
        anna.asks(question);
        var notice = operator.sees(question);
        assertTold("How to answer", operator.hands().write("/help"));
        assertTold("How to answer", operator.reply(notice, "/help"));
        assertTold("/pay was not sent", operator.reply(notice, "/pay"));
        assertEquals(List.of(question), anna.threadTexts());
    }

    @Test
    void theLastOfManyEditsOfAnAnswerIsWhatTheUserHas() {
        var anna = Customer.linked(desk, "Anna");
        var question = Customer.words("Question");
        anna.asks(question);
        long answer = operator.reply(operator.sees(question), "First version");
        anna.receives("First version");
        for (int edit = 1; edit <= 15; edit++) {
            operator.hands().edit(answer, "Version " + edit);
        }
        anna.receives("Version 15");
        assertEquals(1, anna.received("Version"));
        assertEquals(List.of(question, "Version 15"), anna.threadTexts());
    }

    @Test
    void whatReplyDoesIsExplainedOnceInAChat() {
        Customer.of(desk, "Anna").asks(Customer.words("Question"));
        operator.sees("Everything you write in a Reply is sent to the user");
        var question = Customer.words("Another");
        Customer.of(desk, "Boris").asks(question);
        var notice = operator.sees(question);
        assertTold("press Reply", operator.hands().write("Talk"));
        assertEquals(
                1,
                operator.seen("Everything you write in a Reply is sent to the user (/undo")
                        .size());
        assertFalse(notice.entities().toString().contains("\"offset\":1,\"length\":2"), "the number is no link");
    }

    private SandboxMessage toldOn(long messageId) {
        return operator.sees(message -> message.replyTo().orElse(-1) == messageId);
    }

    private void assertTold(String words, long messageId) {
        operator.sees(message ->
                message.replyTo().orElse(-1) == messageId && message.text().contains(words));
    }

    private static void erase(Customer customer) {
        customer.browser()
                .submit("/account/data/erase/", Map.of("password", Browser.PASSWORD))
                .expect(303);
    }

    private long botId() {
        return Long.parseLong(desk.telegram().token().split(":")[0]);
    }

    private static int place(long id, long... ids) {
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] == id) {
                return 10 * (i + 1);
            }
        }
        throw new AssertionError("no place for " + id);
    }

    /** Presses Reply on a message of several questions that stand at 10, 20 and 30, and selects a part of it from there on. */
    private void reply(long bundle, String text, int quotedAt, long... ids) {
        long chat = operator.hands().chatId();
        JsonArrayBuilder links = Json.createArrayBuilder();
        for (long id : ids) {
            links.add(Json.createObjectBuilder()
                    .add("type", "text_link")
                    .add("offset", place(id, ids))
                    .add("length", 1)
                    .add("url", "https://t.me/#support-message-" + id));
        }
        JsonObjectBuilder chatJson = Json.createObjectBuilder()
                .add("id", chat)
                .add("type", "private")
                .add("first_name", "Olga");
        JsonObjectBuilder original = Json.createObjectBuilder()
                .add("message_id", bundle)
                .add("date", 1)
                .add("chat", chatJson)
                .add("from", Json.createObjectBuilder().add("id", botId()).add("is_bot", true))
                .add("text", "x".repeat(60))
                .add("entities", links);
        JsonObjectBuilder message = Json.createObjectBuilder()
                .add("message_id", Updates.newId())
                .add("date", 1)
                .add("chat", Json.createObjectBuilder().add("id", chat).add("type", "private"))
                .add("from", Json.createObjectBuilder().add("id", chat).add("is_bot", false))
                .add("text", text)
                .add("reply_to_message", original);
        if (quotedAt >= 0) {
            message.add("quote", Json.createObjectBuilder().add("text", "xxx").add("position", quotedAt));
        }
        var update = Json.createObjectBuilder()
                .add("update_id", Updates.newId())
                .add("message", message)
                .build();
        assertEquals(200, desk.telegram().deliverRaw(update.toString()));
    }
}
