package org.answerline.conversation.topic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.answerline.conversation.ConversationFixture;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.team.Conversations;
import org.answerline.delivery.message.DeliveryEvent;
import org.answerline.delivery.topic.OperatorForum;
import org.answerline.delivery.topic.OperatorForum.Topics;
import org.answerline.sandbox.Await;
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
        desk.beans.inTransaction(() -> desk.beans.fire(new DeliveryEvent.TopicIconDropped(FORUM, 9, true)));
        desk.answer(question, "Here");
        everythingHasArrived();
        assertEquals(List.of(), updated());
        desk.clock.pass(Duration.ofMinutes(11));
        assertEquals(List.of("waiting 9"), updated());
    }

    @Test
    void anIconThatWasDroppedIsSetLater() {
        forum(Topics.ALLOWED);
        topic(anna, 9);
        desk.ask(anna, "Where is it?");
        everythingHasArrived();
        assertEquals(List.of("open 9"), updated());
        desk.beans.inTransaction(() -> desk.beans.fire(new DeliveryEvent.TopicIconDropped(FORUM, 9, true)));
        assertEquals(List.of(), updated());
        desk.clock.pass(Duration.ofMinutes(11));
        assertEquals(List.of("open 9"), updated());
    }

    /** While there are no icons a node forgets what it knows, as by a restart. */
    private void restart() {
        desk.beans.get(OperatorForum.class).learnedIcons(Map.of());
        assertEquals(List.of(), updated());
        forum(Topics.ALLOWED);
    }

    @Test
    void anIconThatWasDroppedIsSetAfterARestartThoughNothingIsWrittenAnyMore() {
        forum(Topics.ALLOWED);
        topic(anna, 9);
        wrote(anna, 8);
        assertEquals(List.of(), updated());
        desk.beans.inTransaction(() -> desk.beans.get(Conversations.class).close(anna, 0));
        assertEquals(List.of("closed 9"), updated());
        desk.beans.inTransaction(() -> desk.beans.fire(new DeliveryEvent.TopicIconDropped(FORUM, 9, true)));
        restart();
        assertEquals(List.of(), updated());
        desk.clock.pass(Duration.ofMinutes(11));
        assertEquals(List.of("closed 9"), updated());
        restart();
        assertEquals(List.of(), updated());
    }

    @Test
    void anIconThatTelegramRefusedIsTriedAgainOnceAnHour() {
        forum(Topics.ALLOWED);
        topic(anna, 9);
        long boris = desk.user("Boris");
        topic(boris, 10);
        desk.ask(anna, "Where is it?");
        everythingHasArrived();
        assertEquals(List.of("open 9"), updated());
        desk.beans.inTransaction(() -> desk.beans.fire(new DeliveryEvent.TopicIconDropped(FORUM, 9, false)));
        desk.ask(boris, "Others do not wait");
        everythingHasArrived();
        assertEquals(List.of("open 10"), updated());
        desk.clock.pass(Duration.ofMinutes(11));
        assertEquals(List.of(), updated());
        desk.clock.pass(Duration.ofHours(1));
        assertEquals(List.of("open 9"), updated());
    }

    /** A message that this node has not seen. */
    private void wrote(long user, int daysAgo) {
        SharedDatabase.sql(
                "insert into support_messages (user_id, text, is_from_admin, source, created_at, delivery)"
                        + " values (?, 't', false, 'SITE', ?, 'DELIVERED') returning id",
                user,
                desk.now().minusDays(daysAgo));
    }

    @Test
    void theSweepPassesOverOldTopicsThatNeverHadAnIcon() {
        forum(Topics.ALLOWED);
        topic(anna, 9);
        wrote(anna, 8);
        long boris = desk.user("Boris");
        topic(boris, 10);
        wrote(boris, 6);
        long vera = desk.user("Vera");
        topic(vera, 11);
        wrote(vera, 8);
        SharedDatabase.sql("update operator_topics set icon = 'CLOSED' where thread_id = 11 returning user_id");
        assertEquals(List.of("open 10", "open 11"), updated());
    }

    @Test
    void changedConversationsComeBeforeThoseOfTheSweep() {
        forum(Topics.ALLOWED);
        for (int i = 1; i <= 5; i++) {
            long user = desk.user("User " + i);
            topic(user, 10 + i);
            wrote(user, 1);
        }
        long last = desk.user("Last");
        topic(last, 20);
        desk.ask(last, "Question");
        everythingHasArrived();
        assertEquals(List.of("open 20", "open 11", "open 12"), updated());
        assertEquals(List.of("open 13", "open 14", "open 15"), updated());
    }

    @Test
    void changesAreNotCollectedWhileThereAreNoIcons() {
        forum(Topics.NONE);
        topic(anna, 9);
        SupportMessage question = desk.ask(anna, "Where is it?");
        everythingHasArrived();
        SharedDatabase.sql(
                "update support_messages set created_at = ? where id = ? returning id",
                desk.now().minusDays(8),
                question.id());
        assertEquals(List.of(), updated());
        forum(Topics.ALLOWED);
        assertEquals(List.of(), updated());
    }

    @Test
    void iconsThatAnotherNodeHasJustPutAreNotPutAgain() throws SQLException {
        forum(Topics.ALLOWED);
        topic(anna, 9);
        desk.ask(anna, "Where is it?");
        everythingHasArrived();
        try (Connection other = SharedDatabase.dataSource().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select 1 from operator_topics for update");
            statement.execute("insert into deliveries (chat_id, purpose, part, parts, text, state, created_at) values ("
                    + FORUM + ", 'WORD', 1, 1, 'of the other node', 'WAITING', now())");
            CompletableFuture<Void> update = CompletableFuture.runAsync(() -> desk.beans.inTransaction(icons::update));
            Await.until(
                    "it waits for the other node", () -> !SharedDatabase.sql("select 1 from pg_locks where not granted")
                            .isEmpty());
            other.commit();
            update.join();
        }
        assertEquals(List.of(), updated());
        everythingHasArrived();
        assertEquals(List.of("open 9"), updated());
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
