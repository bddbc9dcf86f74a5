package org.answerline.operations.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.delivery.DeliveryRows;
import org.answerline.platform.database.JdbcClient;
import org.answerline.platform.database.KeyValueStore;
import org.answerline.platform.database.NodeEvents;
import org.answerline.sandbox.Await;
import org.answerline.sandbox.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** {@code outbox retry}: what is queued again and where to, and that open pages are told. */
class OutboxRetryTest {

    private static final long OPERATORS = -500;
    private static final long CHAT = 701;
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    private static TestDatabase database;

    private final JdbcClient client = new JdbcClient(database.dataSource());
    private long anna;
    private long question;
    private long answer;

    @BeforeAll
    static void start() {
        database = TestDatabase.migrated();
    }

    @BeforeEach
    void fill() {
        database.sql("truncate users, deliveries, remembered_facts cascade");
        anna = user("anna");
        link(anna, CHAT);
        question = message(anna, false);
        answer = message(anna, true);
    }

    @Test
    void aFailedAnswerWaitsAgainAndItsMessageHasChanged() {
        long failed = delivery(answer, "ANSWER", CHAT, "GAVE_UP");
        assertEquals(1, retry());
        assertEquals("WAITING", row("deliveries", failed).get("state"));
        assertEquals(null, row("deliveries", failed).get("failure"));
        var message = row("support_messages", answer);
        assertEquals("WAITING", message.get("delivery"));
        assertEquals(null, message.get("delivery_failure"));
        assertTrue(changedAt(answer).isAfter(LONG_AGO));
        assertEquals(LONG_AGO, changedAt(question), "no other message");
    }

    @Test
    void marksAndIconsThatTelegramRefusedAreNoFailedMessages() {
        var outbox = new DeliveryRows(client);
        List.of("RECEIPT", "EDIT", "TOPIC_ICON").forEach(kind -> delivery(answer, kind, OPERATORS, "GAVE_UP"));
        assertEquals(0, outbox.countFailedOfLastDay());
        assertEquals(List.of(), outbox.failed());
        long failed = delivery(answer, "ANSWER", CHAT, "GAVE_UP");
        assertEquals(1, outbox.countFailedOfLastDay());
        assertEquals(
                List.of(failed),
                outbox.failed().stream().map(DeliveryRows.Failed::id).toList());
    }

    /** The alarm about messages that wait is raised by the time since the owner had them sent again. */
    @Test
    void whatFailedLongAgoIsNotLateWhenItWaitsAgain() {
        var outbox = new DeliveryRows(client);
        delivery(answer, "ANSWER", CHAT, "GAVE_UP");
        delivery(question, "NOTICE", OPERATORS, "GAVE_UP");
        database.sql("update deliveries set created_at = ?::timestamptz", LONG_AGO.toString());
        assertEquals(2, retry());
        assertEquals(Optional.empty(), outbox.stuckSince(Duration.ofMinutes(15)));
        assertTrue(outbox.backlog().seconds() < 900);
    }

    @Test
    void openPagesOfItsUserAreToldOnceItIsCommitted() throws SQLException {
        delivery(answer, "ANSWER", CHAT, "GAVE_UP");
        long boris = user("boris");
        delivery(message(boris, false), "NOTICE", OPERATORS, "GAVE_UP");
        try (var listening = database.dataSource().getConnection()) {
            listening.createStatement().execute("listen " + NodeEvents.CHANNEL);
            retry();
            List<String> told = new ArrayList<>();
            Await.until("both users' pages were told", () -> told.addAll(received(listening)) && told.size() >= 2);
            assertEquals(Set.of("user:" + anna, "user:" + boris), Set.copyOf(told));
            assertEquals(2, told.size());
        }
    }

    /** What has arrived so far: notifications may come one by one. */
    private static List<String> received(Connection listening) {
        try {
            return Arrays.stream(listening.unwrap(PGConnection.class).getNotifications(100))
                    .map(PGNotification::getParameter)
                    .toList();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anAnswerGoesToThePresentChatWithThePartsThatTheFormerChatHad() {
        long sent = delivery(answer, "ANSWER", CHAT, "SENT");
        long failed = delivery(answer, "ANSWER", CHAT, "GAVE_UP");
        link(anna, 702);
        assertEquals(2, retry());
        assertEquals(702L, row("deliveries", sent).get("chat_id"));
        assertEquals("WAITING", row("deliveries", sent).get("state"));
        assertEquals(702L, row("deliveries", failed).get("chat_id"));
    }

    @Test
    void whatTheSameChatHasIsNotSentAgain() {
        long sent = delivery(answer, "ANSWER", CHAT, "SENT");
        delivery(answer, "ANSWER", CHAT, "GAVE_UP");
        assertEquals(1, retry());
        assertEquals("SENT", row("deliveries", sent).get("state"));
    }

    @Test
    void anAnswerForAUserWithoutTelegramStaysFailed() {
        database.sql("delete from user_telegram_links");
        delivery(answer, "ANSWER", CHAT, "GAVE_UP");
        assertEquals(0, retry());
        assertEquals("FAILED", row("support_messages", answer).get("delivery"));
        assertEquals(LONG_AGO, changedAt(answer));
    }

    @Test
    void aNoticeFollowsTheOperatorsToTheirNewChat() {
        long supergroup = -1_000_500;
        new KeyValueStore(client).remember(OperatorChat.movedToName(OPERATORS), Long.toString(supergroup));
        long failed = delivery(question, "NOTICE", OPERATORS, "GAVE_UP");
        assertEquals(1, retry());
        assertEquals(supergroup, row("deliveries", failed).get("chat_id"));
    }

    @Test
    void whatWasSentMeanwhileInAnotherWayIsNotRepeated() {
        delivery(answer, "ANSWER", CHAT, "GAVE_UP");
        database.sql(
                "update support_messages set delivery = 'DELIVERED', delivery_failure = null where id = ?", answer);
        assertEquals(0, retry());
    }

    @Test
    void hintsAndReactionsAreNotRepeated() {
        long hint = delivery(question, "WORD", OPERATORS, "GAVE_UP");
        long reaction = delivery(null, "RECEIPT", OPERATORS, "GAVE_UP");
        assertEquals(0, retry(hint, reaction));
        assertEquals(0, retry());
    }

    @Test
    void onlyTheMessagesOfTheDeliveriesThatAreNamed() {
        long second = message(anna, true);
        long named = delivery(answer, "ANSWER", CHAT, "GAVE_UP");
        long other = delivery(second, "ANSWER", CHAT, "GAVE_UP");
        assertEquals(1, retry(named));
        assertEquals("WAITING", row("deliveries", named).get("state"));
        assertEquals("GAVE_UP", row("deliveries", other).get("state"));
    }

    private int retry(Long... ids) {
        return OutboxRetry.retry(client, List.of(ids));
    }

    private static long user(String name) {
        return id(
                "insert into users (email, full_name, created_at) values (?, 'N', now()) returning id",
                name + "@example.org");
    }

    private static void link(long user, long chat) {
        database.sql(
                "insert into user_telegram_links (user_id, telegram_chat_id, linked_at, writable_since)"
                        + " values (?, ?, now(), now())"
                        + " on conflict (user_id) do update set telegram_chat_id = excluded.telegram_chat_id",
                user,
                chat);
    }

    private static long message(long user, boolean isFromAdmin) {
        return id(
                "insert into support_messages (user_id, text, is_from_admin, source, created_at, changed_at, delivery,"
                        + " delivery_failure) values (?, 't', ?, 'TELEGRAM', now(), '2026-01-01Z', 'FAILED', 'refused')"
                        + " returning id",
                user,
                isFromAdmin);
    }

    private static long delivery(Long message, String purpose, long chat, String state) {
        return id(
                "insert into deliveries (chat_id, purpose, support_message_id, part, parts, text, state, created_at,"
                        + " finished_at, failure) values (?, ?, ?, 1, 1, 't', ?, now(), now(), 'refused') returning id",
                chat,
                purpose,
                message,
                state);
    }

    private static long id(String statement, Object... values) {
        return (Long) database.sql(statement, values).get(0).get("id");
    }

    private static Map<String, Object> row(String table, long id) {
        return database.sql("select * from " + table + " where id = ?", id).get(0);
    }

    private static Instant changedAt(long message) {
        return ((java.sql.Timestamp) row("support_messages", message).get("changed_at")).toInstant();
    }
}
