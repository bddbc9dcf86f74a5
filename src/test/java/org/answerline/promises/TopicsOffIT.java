package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.answerline.sandbox.telegram.BotRequest;
import org.answerline.sandbox.telegram.BotRights;
import org.answerline.sandbox.telegram.Group;
import org.answerline.sandbox.telegram.SandboxMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** With SUPPORT_TOPICS=off a forum is used like a group without topics. The group is a forum for this class only. */
@UsesDesk(SharedDesk.OWNER_MAILS)
class TopicsOffIT {

    private static Desk desk;
    private static Group group;

    private final Operator operator = new Operator(desk);
    private final Customer anna = Customer.linked(desk, "Anna");

    @BeforeAll
    static void start() {
        desk = SharedDesk.OWNER_MAILS.desk();
        group = desk.telegram().adminGroup();
        group.makeForum();
        group.giveBot(BotRights.ALL);
        // Its update says that the chat is a forum.
        var operator = new Operator(desk);
        operator.toldOn(operator.hands().write("/help@" + desk.telegram().botUsername()));
    }

    @AfterAll
    static void endForum() {
        group.endForum();
        group.giveBotQuietly(null);
    }

    private SandboxMessage asked(String words) {
        anna.asks(words);
        return operator.sees(words);
    }

    @Test
    void everythingArrivesInGeneralAndIsAnsweredThereByReply() {
        var question = Customer.words("Where is it?");
        var notice = asked(question);
        assertFalse(notice.json().containsKey("is_topic_message"), notice.json().toString());
        var answer = Customer.words("Here it is");
        operator.reply(notice, answer);
        anna.receives(answer);
        var second = Customer.words("And where is that?");
        anna.telegram().write(second);
        var next = operator.sees(second);
        assertFalse(next.json().containsKey("is_topic_message"), next.json().toString());
        var note = Customer.words("calls back");
        operator.reply(next, "//" + note);
        var history = operator.toldOn(operator.reply(next, "/history"));
        assertTrue(history.contains(question) && history.contains(note), history);
        operator.reply(next, "/close");
        var last = Customer.words("One thing more");
        assertFalse(asked(last).json().containsKey("is_topic_message"));
        assertEquals(List.of(question, answer, second, last), anna.threadTexts());
        assertEquals(List.of(), forumCalls());
    }

    @Test
    void topicsOfPeopleAreOrdinaryChat() {
        var question = Customer.words("Who is there?");
        var notice = asked(question);
        var inTopic = operator.hands().inTopic(group.createTopic("Anna #1"));
        var talk = Customer.words("talk");
        inTopic.write(talk);
        var answer = Customer.words("from a topic");
        inTopic.reply(notice.id(), answer);
        anna.receives(answer);
        assertEquals(List.of(question, answer), anna.threadTexts());
        assertEquals(0, anna.received(talk));
        assertEquals(List.of(), forumCalls());
    }

    /** No call about topics was made since the desk was started. */
    private static List<String> forumCalls() {
        return desk.telegram().requests().stream()
                .map(BotRequest::method)
                .filter(method -> method.contains("ForumTopic"))
                .toList();
    }
}
