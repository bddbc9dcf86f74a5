package org.answerline.conversation.topic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.answerline.conversation.ConversationFixture;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.team.Conversations;
import org.answerline.delivery.message.DeliveryEvent;
import org.answerline.delivery.topic.OperatorForum;
import org.answerline.delivery.topic.OperatorForum.Topics;
import org.answerline.sandbox.SharedDatabase;
import org.answerline.sandbox.UsesSharedDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which icons the topics of users get, and when. */
@UsesSharedDatabase
class TopicIconsTest {

    private static final long FORUM = -1_000_000_000_500L;

    private final ConversationFixture desk = new ConversationFixture("TELEGRAM_ADMIN_CHAT_ID", "" + FORUM);
    private final TopicIcons icons = desk.beans.get(TopicIcons.class);
    private final long anna = desk.user("Anna");

    @AfterEach
    void close() {
        desk.close();
    }

    private void forum(Topics topics) {
        OperatorForum forum = desk.beans.get(OperatorForum.class);
        desk.beans.inTransaction(() -> forum.learned(FORUM, topics));
        forum.learnedIcons(Map.of("❓", "open", "💬", "waiting", "✅", "closed", "🔥", "fire"));
    }

    private static void topic(long user, long thread) {
        SharedDatabase.sql(
                "insert into operator_topics (chat_id, user_id, name, thread_id) values (?, ?, 'A topic', ?) returning user_id",
                FORUM,
                user,
                thread);
    }

    private static void everythingHasArrived() {
        SharedDatabase.sql("update support_messages set delivery = 'DELIVERED' returning id");
        SharedDatabase.sql("delete from deliveries returning id");
    }

    /** The icons that are put into the outbox now, and are sent at once. */
    private List<String> updated() {
        desk.beans.inTransaction(icons::update);
        List<String> put = SharedDatabase.sql(
                        "select text || ' ' || reply_to_message_id as icon from deliveries where purpose = 'TOPIC_ICON' order by id")
                .stream()
                .map(row -> row.get("icon").toString())
                .toList();
        SharedDatabase.sql("delete from deliveries where purpose = 'TOPIC_ICON' returning id");
        return put;
    }

    @Test
    void theIconShowsWhoseTurnItIsAndIsSetOnceForEachState() {
        forum(Topics.ALLOWED);
        topic(anna, 9);
        SupportMessage question = desk.ask(anna, "Where is it?");
        everythingHasArrived();
        assertEquals(List.of("open 9"), updated());
        desk.ask(anna, "And this?");
        everythingHasArrived();
        assertEquals(List.of(), updated());
        desk.answer(question, "Here");
        everythingHasArrived();
        assertEquals(List.of("waiting 9"), updated());
        desk.beans.inTransaction(() -> desk.beans.get(Conversations.class).close(anna, 0));
        assertEquals(List.of("closed 9"), updated());
        assertEquals(List.of(), updated());
    }

    @Test
    void onlyTheLastStateIsShownAndOnlyWhenNothingWaits() {
        forum(Topics.ALLOWED);
        topic(anna, 9);
        SupportMessage question = desk.ask(anna, "Where is it?");
        assertEquals(List.of(), updated());
        desk.answer(question, "Here");
        assertEquals(List.of(), updated());
        everythingHasArrived();
        assertEquals(List.of("waiting 9"), updated());
    }

    @Test
    void fewAreSetAtATime() {
        forum(Topics.ALLOWED);
        for (int i = 1; i <= 5; i++) {
            long user = desk.user("User " + i);
            topic(user, 10 + i);
            desk.ask(user, "Question");
        }
        everythingHasArrived();
        assertEquals(List.of("open 11", "open 12", "open 13"), updated());
        assertEquals(List.of("open 14", "open 15"), updated());
        assertEquals(List.of(), updated());
    }

    @Test
    void whenTelegramAsksToWaitTheIconIsDroppedAndOthersWait() {
        forum(Topics.ALLOWED);
        topic(anna, 9);
        SupportMessage question = desk.ask(anna, "Where is it?");
        everythingHasArrived();
        assertEquals(List.of("open 9"), updated());
        desk.beans.inTransaction(() -> desk.beans.fire(new DeliveryEvent.TopicIconDropped(FORUM)));
        desk.answer(question, "Here");
        everythingHasArrived();
        assertEquals(List.of(), updated());
        desk.clock.pass(Duration.ofMinutes(11));
        assertEquals(List.of("waiting 9"), updated());
    }

    @Test
    void whatChangedBeforeAStartIsFoundOnceAnHour() {
        SupportMessage question = desk.ask(anna, "Where is it?");
        everythingHasArrived();
        forum(Topics.NOT_ALLOWED);
        topic(anna, 9);
        assertEquals(List.of("open 9"), updated());
        SharedDatabase.sql("update support_messages set is_from_admin = true where id = ? returning id", question.id());
        assertEquals(List.of(), updated());
        desk.clock.pass(Duration.ofHours(2));
        assertEquals(List.of("waiting 9"), updated());
    }

    @Test
    void aGroupWithoutTopicsGetsNone() {
        forum(Topics.NONE);
        topic(anna, 9);
        desk.ask(anna, "Where is it?");
        everythingHasArrived();
        assertEquals(List.of(), updated());
    }
}
