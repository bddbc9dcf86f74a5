package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.answerline.sandbox.Await;
import org.answerline.sandbox.telegram.BotRights;
import org.answerline.sandbox.telegram.Group;
import org.answerline.sandbox.telegram.Participant;
import org.answerline.sandbox.telegram.SandboxMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** With SUPPORT_TOPIC_ANSWERS=replies operators can talk to each other in a user's topic. The group is a forum for this class only. */
@UsesDesk(SharedDesk.OPERATORS_GROUP)
class TopicRepliesIT {

    private static Desk desk;
    private static Group group;

    private final Operator operator = new Operator(desk);
    private final Customer anna = Customer.linked(desk, "Anna");
    private final String question = Customer.words("Where is it?");
    private final long number = anna.asksAndIsNumbered(question);
    private final SandboxMessage notice = operator.sees(question);
    private final Participant inTopic = operator.hands()
            .inTopic(notice.json().getJsonNumber("message_thread_id").longValue());

    @BeforeAll
    static void start() {
        desk = SharedDesk.OPERATORS_GROUP.desk();
        group = desk.telegram().adminGroup();
        group.makeForum();
        group.giveBot(BotRights.ALL);
        desk.awaitTopics(SharedDesk.GROUP, "ALLOWED");
    }

    @AfterAll
    static void endForum() {
        group.endForum();
        group.giveBotQuietly(null);
        new Operator(desk).hands().write("/help@" + desk.telegram().botUsername());
        desk.awaitTopics(SharedDesk.GROUP, "NONE");
    }

    @Test
    void onlyRepliesAreAnswers() {
        var talk = Customer.words("what does she mean?");
        inTopic.write(talk);
        var reply = Customer.words("It is here");
        inTopic.reply(notice.id(), reply);
        anna.receives(reply);
        var numbered = Customer.words("And there");
        inTopic.write("#" + number + " " + numbered);
        anna.receives(numbered);
        assertEquals(0, anna.received(talk));
        assertEquals(List.of(question, reply, numbered), anna.threadTexts());
    }

    @Test
    void notesAndCommandsNeedNoReply() {
        long note = inTopic.write("//call back on Monday");
        Await.until("a note", () -> operator.reactionOn(note).equals("🙊"));
        assertTrue(operator.toldOn(inTopic.write("/who")).contains("Anna"));
        var answer = Customer.words("An answer");
        inTopic.reply(notice.id(), answer);
        anna.receives(answer);
        inTopic.write("/undo");
        Await.until("withdrawn", () -> anna.has(answer) == 0);
        assertEquals(0, anna.received("Monday"));
    }
}
