package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import org.answerline.sandbox.Await;
import org.answerline.sandbox.telegram.SandboxUpdate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Telegram brings an update at least once: however often and whenever, it has its effect once. */
@Tag("main-loop")
@UsesDesk(SharedDesk.USUAL)
class UpdateDeduplicationIT {

    private static final int TIMES = 5;

    private final Desk desk = SharedDesk.USUAL.desk();
    private final Operator operator = new Operator(desk);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aUsersMessageIsStoredAndSentOnce(boolean atOnce) {
        var anna = Customer.linked(desk, "Anna");
        var text = Customer.words("Only once");
        anna.telegram().write(text);
        operator.sees(text);
        redeliver(text, atOnce);
        fence();
        assertEquals(1, operator.seen(text).size());
        assertEquals(List.of(text), anna.threadTexts());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anAnswerIsStoredAndSentOnce(boolean atOnce) {
        var boris = Customer.linked(desk, "Boris");
        var question = Customer.words("Ask once");
        boris.asks(question);
        var notice = operator.sees(question);
        var answer = Customer.words("Answer once");
        operator.reply(notice, answer);
        boris.receives(answer);
        redeliver(answer, atOnce);
        operator.reply(notice, "the last answer");
        boris.receives("the last answer");
        assertEquals(1, boris.received(answer));
        assertEquals(List.of(question, answer, "the last answer"), boris.threadTexts());
    }

    @Test
    void alsoWhenTheVeryFirstComeAtTheSameInstant() throws Exception {
        var clara = Customer.linked(desk, "Clara");
        var text = Customer.words("First of all");
        var update =
                """
                {"update_id":%d,"message":{"message_id":1000,"date":1,"text":"%s",
                "chat":{"id":%3$d,"type":"private","first_name":"x"},
                "from":{"id":%3$d,"is_bot":false,"first_name":"x"}}}
                """
                        .formatted(Updates.newId(), text, clara.chatId());
        var statuses =
                Updates.atOnce(Collections.nCopies(8, () -> desk.telegram().deliverRaw(update)));
        assertEquals(Collections.nCopies(8, 200), statuses);
        operator.sees(text);
        fence();
        assertEquals(1, operator.seen(text).size());
        assertEquals(List.of(text), clara.threadTexts());
    }

    @Test
    void linkingAndItsRepetition() {
        var david = Customer.of(desk, "David");
        var token = david.token();
        david.telegram().pressStart(token);
        david.receives("Done, David");
        redeliver(token, true);
        david.telegram().pressStart("");
        david.receives("Your account is linked");
        assertEquals(2, david.received().size(), david.received().toString());
    }

    @Test
    void aHintForTheOperatorComesOnce() {
        var talk = Customer.words("Just talking");
        long message = operator.hands().write(talk);
        operator.toldOn(message);
        redeliver(talk, true);
        fence();
        assertEquals(
                1,
                desk.telegram().transcript(operator.hands().chatId()).stream()
                        .filter(hint -> hint.fromBot() && hint.replyTo().orElse(-1) == message)
                        .count());
    }

    @Test
    void aLowerUpdateIdThanTheLastIsNoRepetition() {
        var eve = Customer.linked(desk, "Eve");
        var texts = List.of(
                Customer.words("high"), Customer.words("low"), Customer.words("zero"), Customer.words("negative"));
        var ids = List.of(Updates.newId() + 1_000_000_000L, Updates.lowId(), 0L, -Updates.newId());
        for (int i = 0; i < texts.size(); i++) {
            var update =
                    """
                    {"update_id":%d,"message":{"message_id":%d,"date":1,"text":"%s",
                    "chat":{"id":%4$d,"type":"private"},"from":{"id":%4$d,"is_bot":false}}}
                    """
                            .formatted(ids.get(i), 2000 + i, texts.get(i), eve.chatId());
            assertEquals(200, desk.telegram().deliverRaw(update));
            operator.sees(texts.get(i));
        }
        assertEquals(texts, eve.threadTexts());
    }

    @Test
    void aMessageIdThatAnotherBotUsedBeforeIsAnotherMessage() {
        var noah = Customer.linked(desk, "Noah");
        var texts = List.of(Customer.words("to the old bot"), Customer.words("to the new bot"));
        for (var text : texts) {
            var update =
                    """
                    {"update_id":%d,"message":{"message_id":77,"date":1,"text":"%s",
                    "chat":{"id":%3$d,"type":"private"},"from":{"id":%3$d,"is_bot":false}}}
                    """
                            .formatted(Updates.newId(), text, noah.chatId());
            assertEquals(200, desk.telegram().deliverRaw(update));
            operator.sees(text);
        }
        assertEquals(texts, noah.threadTexts());
    }

    @Test
    void blockingAndItsRepetition() {
        var gina = Customer.linked(desk, "Gina");
        gina.telegram().block();
        gina.telegram().unblock();
        desk.telegram().awaitIdle(Await.PATIENCE);
        var changes = desk.telegram().updates().stream()
                .filter(update ->
                        update.kind().equals("my_chat_member") && update.json().contains("\"id\":" + gina.chatId()))
                .toList();
        assertEquals(2, changes.size());
        assertEquals(List.of(200, 200), desk.telegram().redeliver(changes.get(1).id(), 2, false));
        assertEquals(List.of(200, 200), desk.telegram().redeliver(changes.get(0).id(), 2, false));
        var question = Customer.words("Still reachable?");
        gina.asks(question);
        operator.reply(operator.sees(question), "Yes, reachable");
        gina.receives("Yes, reachable");
    }

    private void redeliver(String words, boolean atOnce) {
        var statuses = desk.telegram().redeliver(update(words).id(), TIMES, atOnce);
        assertEquals(Collections.nCopies(TIMES, 200), statuses);
    }

    private SandboxUpdate update(String words) {
        return desk.telegram().updates().stream()
                .filter(update -> update.json().contains(words))
                .findFirst()
                .orElseThrow();
    }

    /** After this everything queued for the operator before has arrived. */
    private void fence() {
        var words = Customer.words("fence");
        operator.toldOn(operator.hands().write(words));
    }
}
