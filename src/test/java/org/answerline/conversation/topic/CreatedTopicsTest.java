package org.answerline.conversation.topic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.answerline.conversation.ConversationFixture;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.sandbox.SharedDatabase;
import org.answerline.sandbox.UsesSharedDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of a topic whose creation Telegram has not answered when the update about it comes. */
@UsesSharedDatabase
class CreatedTopicsTest {

    private static final long FORUM = -1_000_000_000_500L;

    private final ConversationFixture desk = new ConversationFixture("TELEGRAM_ADMIN_CHAT_ID", "" + FORUM);
    private final long anna = desk.user("Anna");
    private final SupportMessage question = desk.ask(anna, "Where is it?");
    private final String name = "Anna #" + question.number();

    @AfterEach
    void close() {
        desk.close();
    }

    private void requested() {
        SharedDatabase.sql(
                "insert into operator_topics (chat_id, user_id, name, requested_at, requests) values (?, ?, ?, now(), 1) returning user_id",
                FORUM,
                anna,
                name);
    }

    private void reported(String topic, long thread) {
        desk.beans.inTransaction(() -> desk.beans.get(CreatedTopics.class).created(topic, thread));
    }

    private static List<Map<String, Object>> deleted() {
        return SharedDatabase.sql("select text from deliveries where purpose = 'TOPIC_ERASURE'");
    }

    @Test
    void itIsTheTopicOfItsUser() {
        requested();
        reported(name, 9);
        assertEquals(List.of(Map.of("thread_id", 9L)), SharedDatabase.sql("select thread_id from operator_topics"));
        assertEquals(List.of(), deleted());
    }

    @Test
    void itIsDeletedWhenItsUserWasErasedMeanwhile() {
        requested();
        SharedDatabase.sql("delete from users where id = ? returning id", anna);
        SharedDatabase.sql("delete from operator_topics returning user_id");
        reported(name, 9);
        assertEquals(List.of(Map.of("text", "9")), deleted());
    }

    @Test
    void aTopicOfSomebodyElseStays() {
        reported(name, 9);
        reported("Team talk", 10);
        reported("Sprint #" + (question.number() + 1_000), 11);
        assertEquals(List.of(), deleted());
    }
}
