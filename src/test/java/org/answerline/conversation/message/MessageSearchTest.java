package org.answerline.conversation.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.answerline.platform.database.JdbcClient;
import org.answerline.sandbox.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What /find and the statistics cost when many messages are stored. */
class MessageSearchTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final JdbcClient CLIENT = new JdbcClient(DATABASE.dataSource());

    @BeforeAll
    static void manyMessages() {
        DATABASE.sql("insert into users (email, full_name, created_at) values ('anna@example.org', 'Anna', now())");
        DATABASE.sql(
                """
                insert into support_messages (user_id, text, is_from_admin, source, created_at, delivery)
                select u.id, case when n = 1 then 'A zebra' else 'Where is parcel ' || n || '?' end, false, 'SITE', now(), 'DELIVERED'
                from users u, generate_series(1, 4000) n""");
        DATABASE.sql("analyze support_messages");
    }

    @Test
    void aRareWordIsFoundByTheIndexAndNotByReadingAllMessages() {
        var statement = MessageSearch.statement(MessageSearch.AMONG_ALL);
        var plan = String.join("\n", CLIENT.list(row -> row.getString(1), "explain " + statement, "zebra", "zebra", 5));
        assertTrue(plan.contains("Bitmap Index Scan on support_messages_words"), plan);
        assertEquals(
                1,
                CLIENT.list(row -> row.getLong(1), statement, "zebra", "zebra", 5)
                        .size());
    }

    @Test
    void analysingReadsNoTexts() {
        var analysed = CLIENT.list(
                row -> row.getString(1),
                "select tablename || '.' || attname from pg_stats where tablename like 'support_messages%'");
        assertTrue(analysed.contains("support_messages.user_id"), analysed::toString);
        assertTrue(
                analysed.stream()
                        .noneMatch(column ->
                                column.matches("support_messages_words\\..*|support_messages\\.(text|quote)")),
                analysed::toString);
    }

    /** The statement of docs/operating.md for databases that were analysed before. */
    @Test
    void earlierSamplesOfTextsAreDeletedAsTheDocumentsSay() throws IOException {
        DATABASE.sql("alter table support_messages alter column quote set statistics -1");
        DATABASE.sql("update support_messages set quote = 'A secret' where id <= 200");
        DATABASE.sql("analyze support_messages (quote)");
        DATABASE.sql("alter table support_messages alter column quote set statistics 0");
        assertEquals(1, samplesOfQuotes());
        var document = Files.readString(Path.of("docs/operating.md"));
        var start = document.indexOf("delete from pg_statistic");
        DATABASE.sql(document.substring(start, document.indexOf(";", start)));
        assertEquals(0, samplesOfQuotes());
    }

    private static int samplesOfQuotes() {
        return DATABASE.sql("select 1 from pg_stats where tablename = 'support_messages' and attname = 'quote'")
                .size();
    }
}
