package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import org.answerline.sandbox.Await;
import org.answerline.sandbox.telegram.Fault;
import org.answerline.sandbox.telegram.Media;
import org.answerline.sandbox.telegram.Participant;
import org.answerline.sandbox.telegram.SandboxMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Operators who talk to each other in a group where the bot hears everything are not talked at by the bot. */
@UsesDesk(SharedDesk.OPERATORS_GROUP)
class OperatorGroupTalkIT {

    private static final long GROUP = SharedDesk.GROUP;

    private static Desk desk;

    private final Operator operator = new Operator(desk);

    @BeforeAll
    static void start() {
        desk = SharedDesk.OPERATORS_GROUP.desk();
        desk.telegram().privacyMode(false);
    }

    @AfterAll
    static void stop() {
        desk.telegram().privacyMode(true);
    }

    @Test
    void talkIsMetWithOneHintAndANumberIsAnAnswer() {
        var anna = Customer.linked(desk, "Anna");
        var question = Customer.words("Question");
        long number = anna.asksAndIsNumbered(question);
        long begin = operator.sees(question).id();
        // Other test classes use the desk before this one.
        desk.database().sql("delete from given_hints returning chat_id");
        posts(777_000, "Channel news", true);
        posts(4_711, "I am another bot", false);
        operator.hands().write("/help@AnotherBot");
        operator.hands().write("/stats");

        var colleague = colleague();
        for (int i = 0; i < 50; i++) {
            (i % 2 == 0 ? operator.hands() : colleague).write("Talk " + i);
        }
        var answer = Customer.words("With its number");
        long answered = colleague.write("#" + number + " " + answer);
        anna.receives(answer);
        colleague.write("# " + number + " is a hard one");
        colleague.write("Thanks, #" + number + " is done");

        colleague.reply(answered, "One thing more");
        anna.receives("One thing more");
        operator.hands().reply(answered, "Well said, colleague");
        long talk = operator.hands().write("Who takes the next?");
        for (int i = 0; i < 10; i++) {
            talk = colleague.reply(talk, "Not me " + i);
        }

        var fence = Customer.words("Fence");
        anna.asks(fence);
        operator.sees(fence);
        Await.until("marked as delivered", () -> operator.reactionOn(answered).equals("👌"));
        allIsHandled();
        var hints = hintsSince(begin);
        assertEquals(1, hints.size(), hints.toString());
        assertTrue(original(hints.get(0)).startsWith("Talk "), hints.toString());
        assertEquals(List.of(question, answer, "One thing more", fence), anna.threadTexts());

        forgetTheSilence();
        long later = operator.hands().write("The same person after a while");
        long other = colleague.write("Another one right behind");
        allIsHandled();
        assertEquals(1, hintsSince(begin).size(), later + " " + other);
        forgetTheSilence();
        colleague.write("Another one after a while");
        Await.until("a hint", () -> hintsSince(begin).size() == 2);
    }

    @Test
    void hintsDelayNoQuestion() {
        var boris = Customer.of(desk, "Boris");
        desk.telegram().faults().add(Fault.badGateway().chat(GROUP));
        var asked = new ArrayList<Long>();
        for (int i = 0; i < 6; i++) {
            asked.add(operator.hands().write("/help"));
        }
        var question = Customer.words("Behind many hints");
        boris.asks(question);
        desk.telegram().faults().clear();
        var notice = operator.sees(question);
        asked.forEach(operator::toldOn);
        long before = operator.seen("How to answer").stream()
                .filter(help -> asked.contains(help.replyTo().orElse(-1)) && help.id() < notice.id())
                .count();
        assertTrue(before <= 1, "only the one that was in hand already: " + before);
    }

    /** The hints that came after a message of the group. */
    private List<SandboxMessage> hintsSince(long id) {
        return operator.seen("was not sent to anyone").stream()
                .filter(hint -> hint.id() > id)
                .toList();
    }

    /** Updates of a chat come one after the other, so what was written before this is handled when it is answered. */
    private void allIsHandled() {
        operator.toldOn(operator.hands().write("/help@" + desk.telegram().botUsername()));
    }

    private static void forgetTheSilence() {
        desk.database()
                .sql("update given_hints set given_at = now() - interval '11 minutes' where kind = 'LAST_TALK'"
                        + " returning chat_id");
    }

    private static Participant colleague() {
        return desk.telegram().person(8_000_123, "Colleague", "en").in(GROUP);
    }

    private String original(SandboxMessage hint) {
        return desk.telegram().transcript(GROUP).stream()
                .filter(message -> message.id() == hint.replyTo().orElse(-1))
                .map(SandboxMessage::text)
                .findFirst()
                .orElse("");
    }

    private void posts(long from, String text, boolean forwarded) {
        JsonObjectBuilder content = Json.createObjectBuilder()
                .add("from", Json.createObjectBuilder().add("id", from).add("is_bot", !forwarded))
                .add("text", text);
        if (forwarded) {
            content.add("is_automatic_forward", true);
        }
        operator.hands().send(Media.raw(content.build()));
    }
}
