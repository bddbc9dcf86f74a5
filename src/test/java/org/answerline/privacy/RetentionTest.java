package org.answerline.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.answerline.conversation.message.MessageRows;
import org.answerline.platform.config.Settings;
import org.answerline.platform.database.JdbcClient;
import org.answerline.sandbox.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RetentionTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private static TestDatabase database;
    private static DataSource source;

    @BeforeAll
    static void start() {
        database = TestDatabase.migrated();
        source = database.dataSource();
    }

    @Test
    void forgetsOnlyWhatIsOlderWithItsFilesAndNotices() {
        database.sql(
                "insert into users (email, full_name, created_at) values ('a@example.org', 'A', '2020-01-01') returning id");
        say("2026-01-29T11:59:00Z", 1_201);
        var young = say("2026-01-30T12:00:01Z", 1);
        for (String table : List.of(
                "attachments (id, user_id, support_message_id, name, type, kind, form, size, state, fetch_at, created_at)"
                        + " select lpad(m.id::text, 32, '0'), m.user_id, m.id, 'f', 't', 'DOCUMENT', 'DOCUMENT', 1,"
                        + " 'WAITING', now(), now()",
                "operator_notices (bot_id, chat_id, message_id, support_message_id) select 1, 2, m.id, m.id",
                "deliveries (chat_id, purpose, support_message_id, part, parts, text, state, created_at, finished_at)"
                        + " select 1, 'NOTICE', m.id, 1, 1, 't', 'SENT', now(), now()")) {
            database.sql("insert into " + table + " from support_messages m returning 1");
        }
        keep(Optional.empty(), NOW);
        assertEquals(1_202, count("support_messages"));
        keep(Optional.of(30), NOW);
        assertEquals(List.of(Map.of("id", young)), database.sql("select id from support_messages"));
        for (String table : List.of("attachments", "operator_notices", "deliveries", "users")) {
            assertEquals(1, count(table), table);
        }
        keep(Optional.of(30), NOW.plus(Duration.ofSeconds(2)));
        assertEquals(0, count("support_messages"));
        assertEquals(1, count("users"));
    }

    @Test
    void whatIsNotDeliveredYetIsKeptUntilItIs() {
        database.sql("delete from users where email = 'b@example.org' returning id");
        var user = database.sql(
                        "insert into users (email, full_name, created_at) values ('b@example.org', 'B', '2020-01-01') returning id")
                .get(0)
                .get("id");
        var waiting = old(user, "WAITING");
        var late = old(user, "DELIVERED");
        old(user, "HELD");
        old(user, "DELIVERED");
        database.sql(
                "insert into deliveries (chat_id, purpose, support_message_id, part, parts, text, state, created_at)"
                        + " values (1, 'NOTICE', ?, 1, 1, 't', 'WAITING', now()) returning id",
                late);
        keep(Optional.of(30), NOW);
        assertEquals(List.of(waiting, late), ids(user));
        database.sql("update support_messages set delivery = 'DELIVERED' where user_id = ? returning id", user);
        database.sql(
                "update deliveries set state = 'SENT', finished_at = now() where support_message_id = ? returning id",
                late);
        keep(Optional.of(30), NOW);
        assertEquals(List.of(), ids(user));
        database.sql("delete from users where id = ? returning id", user);
    }

    private static List<Object> ids(Object user) {
        return database.sql("select id from support_messages where user_id = ? order by id", user).stream()
                .map(row -> row.get("id"))
                .toList();
    }

    private static Object old(Object user, String delivery) {
        return database.sql(
                        "insert into support_messages (user_id, text, is_from_admin, source, created_at, delivery)"
                                + " values (?, 't', false, 'SITE', '2026-01-01', ?) returning id",
                        user,
                        delivery)
                .get(0)
                .get("id");
    }

    private static Object say(String at, int times) {
        return database.sql(
                        "insert into support_messages (user_id, text, is_from_admin, source, created_at, delivery)"
                                + " select id, 't', false, 'SITE', ?::timestamptz, 'DELIVERED' from users, generate_series(1, ?)"
                                + " returning id",
                        at,
                        times)
                .get(0)
                .get("id");
    }

    private static void keep(Optional<Integer> days, Instant now) {
        var settings = new Settings(name -> name.equals("SUPPORT_RETENTION_DAYS")
                ? days.map(String::valueOf).orElse(null)
                : null);
        new Retention(new MessageRows(new JdbcClient(source)), settings, Clock.fixed(now, ZoneOffset.UTC)).deleteOld();
    }

    private static int count(String table) {
        return database.sql("select 1 from " + table).size();
    }
}
