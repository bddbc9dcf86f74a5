package org.answerline.conversation;

import static org.answerline.conversation.ConversationFixture.BOT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.delivery.message.DeliveryEvent;
import org.answerline.delivery.message.MessageKind;
import org.answerline.delivery.topic.OperatorForum;
import org.answerline.delivery.topic.OperatorForum.Topics;
import org.answerline.sandbox.UsesSharedDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the operators are told with the first question that comes into their chat: what of their messages reaches its user. */
@UsesSharedDatabase
class FirstNoticeTest {

    private static final long FORUM = -1_000_000_000_501L;
    private static final String TOPIC = "everything that you write there";
    private static final String REPLY = "press Reply on a question";

    private ConversationFixture desk;
    private long nextMessageId = 10;

    private void begin(String topicAnswers) {
        desk = new ConversationFixture("TELEGRAM_ADMIN_CHAT_ID", "" + FORUM, "SUPPORT_TOPIC_ANSWERS", topicAnswers);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void topicsAreExplainedOnceThoughReplyWasExplainedBeforeTheGroupHadThem() {
        begin("all");
        assertTold(REPLY);
        assertTold();
        becomesForum();
        assertTold(TOPIC);
        assertTold();
    }

    @Test
    void aForumIsToldThatEverythingInATopicIsSent() {
        begin("all");
        becomesForum();
        assertTold(TOPIC);
        assertTold();
    }

    @Test
    void replyIsExplainedWhereTopicsAreSwitchedOff() {
        begin("all");
        becomesForum();
        assertTold(TOPIC);
        learned(Topics.NONE);
        assertTold(REPLY);
        assertTold();
    }

    @Test
    void aForumWhereOnlyRepliesAreSentIsToldSo() {
        begin("replies");
        becomesForum();
        assertTold(REPLY);
        assertTold();
    }

    private void becomesForum() {
        learned(Topics.ALLOWED);
    }

    private void learned(Topics topics) {
        desk.beans.inTransaction(() -> desk.beans.get(OperatorForum.class).learned(FORUM, topics));
    }

    /** The first part of another question arrives; asserts what is written about it. */
    private void assertTold(String... parts) {
        SupportMessage question = desk.ask(desk.user("User " + nextMessageId), "Where?");
        desk.sent();
        desk.beans.inTransaction(() -> desk.beans.fire(new DeliveryEvent.Sent(
                MessageKind.NOTICE, BOT, FORUM, List.of(nextMessageId++), 0, question.id(), true, true)));
        List<Object> told = desk.outboxTexts(FORUM);
        assertEquals(parts.length, told.size(), told::toString);
        for (int i = 0; i < parts.length; i++) {
            assertTrue(told.get(i).toString().contains(parts[i]), told::toString);
        }
    }
}
