package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import java.util.List;
import java.util.Locale;
import org.answerline.sandbox.telegram.ChatKind;
import org.answerline.sandbox.telegram.Media;
import org.answerline.sandbox.telegram.Person;
import org.answerline.sandbox.telegram.SandboxMessage;
import org.junit.jupiter.api.Test;

/** What the operator does by mistake, or somebody does in the operator's name, costs a hint and never reaches a user. */
@UsesDesk(SharedDesk.USUAL)
class OperatorMistakesIT {

    private final Desk desk = SharedDesk.USUAL.desk();
    private final Operator operator = new Operator(desk);
    private final Customer anna = Customer.linked(desk, "Anna");
    private final String question = Customer.words("A question");
    private final SandboxMessage notice = asked();
    private final int before = anna.received().size();

    private SandboxMessage asked() {
        anna.asks(question);
        return operator.sees(question);
    }

    @Test
    void wordsThatAnswerNothing() {
        assertHint("press Reply", operator.hands().write("Good morning, Anna"));
        assertOnlyTheNextAnswerArrives();
    }

    @Test
    void aReplyToSomethingThatIsNotOurs() {
        long own = operator.hands().write("A note to myself #1");
        assertHint("press Reply", own);
        assertHint("not a question", operator.hands().reply(own, "reply to my own note"));
        var hint = operator.sees(message -> message.replyTo().orElse(-1) == own);
        assertHint("not a question", operator.reply(hint, "reply to the bot's hint"));
        assertOnlyTheNextAnswerArrives();
    }

    @Test
    void aReplyToALinkLikeOursThatAPersonWrote() {
        var forged = Json.createObjectBuilder()
                .add("text", "#1")
                .add(
                        "entities",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("type", "text_link")
                                        .add("offset", 0)
                                        .add("length", 2)
                                        .add(
                                                "url",
                                                "https://t.me/#support-message-"
                                                        + anna.thread().get(0).getInt("id"))))
                .build();
        long message = operator.hands().send(Media.raw(forged));
        operator.toldOn(message);
        assertHint("not a question", operator.hands().reply(message, "to a forged link"));
        assertOnlyTheNextAnswerArrives();
    }

    @Test
    void aReplyWithoutText() {
        assertHint(
                "was not sent to anyone",
                operator.reply(
                        notice,
                        Media.raw(Json.createObjectBuilder()
                                .add("paid_media", Json.createObjectBuilder())
                                .build())));
        assertOnlyTheNextAnswerArrives();
    }

    @Test
    void aForwardedMessage() {
        var stranger = new Person(9_000_001, "Stranger", "", "", "en");
        assertHint("press Reply", operator.hands().forward("Words of a stranger", stranger));
        var asReply = Json.createObjectBuilder()
                .add("text", "Forwarded into a reply")
                .add(
                        "forward_origin",
                        Json.createObjectBuilder()
                                .add("type", "hidden_user")
                                .add("sender_user_name", "X")
                                .add("date", 1))
                .build();
        assertHint("press Reply", operator.reply(notice, Media.raw(asReply)));
        assertOnlyTheNextAnswerArrives();
    }

    @Test
    void anEditThatMakesAnAnswerANote() {
        long reply = operator.reply(notice, "First version");
        anna.receives("First version");
        operator.hands().edit(reply, "//Second version");
        assertHint("was not passed on", reply);
        assertEquals(List.of(question, "First version"), anna.threadTexts());
        assertEquals(0, anna.received("Second version"));
    }

    @Test
    void anEditThatChangesNothingIsNoEvent() {
        long reply = operator.reply(notice, "With a link https://example.org");
        anna.receives("With a link");
        operator.hands().edit(reply, "With a link https://example.org");
        long later = operator.hands().write("Something later");
        operator.toldOn(later);
        assertEquals(
                List.of(),
                desk.telegram().transcript(operator.hands().chatId()).stream()
                        .filter(message ->
                                message.fromBot() && message.replyTo().orElse(-1) == reply)
                        .toList());
    }

    @Test
    void aReplyFromAnotherGroupWithTheBotInIt() {
        var other = desk.telegram().group(-777_001, ChatKind.GROUP, "Not the operators");
        var spy = operator.hands().in(other.id());
        var update =
                """
                {"update_id":%d,"message":{"message_id":5,"date":1,"text":"From another group",
                "chat":{"id":%d,"type":"group","title":"Not the operators"},
                "from":{"id":%d,"is_bot":false,"first_name":"Olga"},
                "reply_to_message":{"message_id":%d,"date":1,"chat":{"id":%d,"type":"group","title":"x"},
                "from":{"id":1000001,"is_bot":true,"first_name":"bot"},"text":"#1"}}}
                """;
        assertEquals(
                200,
                desk.telegram()
                        .deliverRaw(update.formatted(
                                Updates.newId(), other.id(), spy.person().id(), notice.id(), other.id())));
        assertOnlyTheNextAnswerArrives();
        assertTrue(desk.telegram().transcript(other.id()).isEmpty());
    }

    @Test
    void aForgedUpdateWithoutTheSecret() {
        var update =
                """
                {"update_id":%d,"message":{"message_id":5,"date":1,"text":"Forged",
                "chat":{"id":%d,"type":"private","first_name":"Olga"},
                "from":{"id":%d,"is_bot":false,"first_name":"Olga"},
                "reply_to_message":{"message_id":%d,"date":1,"chat":{"id":%d,"type":"private"},"text":"#1"}}}
                """;
        long chat = operator.hands().chatId();
        var forged = update.formatted(Updates.newId(), chat, chat, notice.id(), chat);
        assertEquals(403, desk.telegram().deliverRaw(forged, ""));
        assertEquals(403, desk.telegram().deliverRaw(forged, "x" + desk.webhookSecret()));
        assertEquals(
                403, desk.telegram().deliverRaw(forged, desk.webhookSecret().toUpperCase(Locale.ROOT)));
        assertOnlyTheNextAnswerArrives();
    }

    @Test
    void serviceMessagesAreNobodysWords() {
        var pinned = Json.createObjectBuilder()
                .add("pinned_message", Json.createObjectBuilder(notice.json()))
                .build();
        long service = operator.hands().send(Media.raw(pinned));
        operator.toldOn(operator.hands().write("Something after"));
        assertEquals(
                List.of(),
                desk.telegram().transcript(operator.hands().chatId()).stream()
                        .filter(message -> message.replyTo().orElse(-1) == service)
                        .toList());
        assertOnlyTheNextAnswerArrives();
    }

    private void assertHint(String words, long messageId) {
        var hint = operator.toldOn(messageId);
        assertTrue(hint.contains(words), hint);
    }

    private void assertOnlyTheNextAnswerArrives() {
        operator.reply(notice, "The one answer");
        assertEquals(List.of("📩 Support reply:\n\nThe one answer"), anna.receivedAfter(before, "The one answer"));
        assertEquals(List.of(question, "The one answer"), anna.threadTexts());
    }
}
