package org.answerline.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import org.answerline.account.user.UserRows;
import org.answerline.attachment.AttachmentRows;
import org.answerline.conversation.mail.AnswerMailRows;
import org.answerline.conversation.message.MessageRows;
import org.answerline.conversation.rating.RatingRows;
import org.answerline.linking.TelegramLinkRows;
import org.answerline.platform.database.JdbcClient;
import org.answerline.sandbox.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The text of the export, as people have it in files. */
class UserExportTest {

    private static final String SITE = "https://desk.example.org";

    /** In the time zone of the connection, which is this machine's. */
    private static final Pattern TIME = Pattern.compile("\"(\\d{4}-\\d\\d-\\d\\dT[^\"]+)\"");

    private static TestDatabase database;

    @BeforeAll
    static void start() {
        database = TestDatabase.migrated();
        database.sql(
                """
                insert into users (id, email, full_name, language, email_confirmed_at, created_at, attributes) values
                  (1, 'anna@example.org', 'Anna "A"', 'en', '2026-01-02T00:00:00Z', '2026-01-01T00:00:00Z', '{"plan":"gold"}'),
                  (2, 'boris@example.org', 'Boris', null, null, '2026-01-01T00:00:00Z', null)
                """);
        database.sql(
                """
                insert into user_telegram_links (user_id, telegram_chat_id, telegram_name, linked_at, telegram_language, blocked_at)
                values (1, 700, 'Anna T', '2026-01-03T00:00:00Z', 'en', '2026-01-04T00:00:00Z'), (2, null, null, null, null, null)
                """);
        database.sql(
                """
                insert into support_messages (id, user_id, subject, text, is_from_admin, source, created_at, delivery,
                  entities, quote, changed_at) values
                  (5, 1, 'Subject', E'Line\\nÜ', false, 'SITE', '2026-01-05T00:00:00Z', 'DELIVERED',
                   '[{"type":"bold","offset":0,"length":4}]', null, '2026-01-06T00:00:00Z'),
                  (6, 2, null, 'Of another', false, 'SITE', '2026-01-05T00:00:00Z', 'WAITING', null, null, '2026-01-05T00:00:00Z'),
                  (7, 1, null, 'Answer', true, 'TELEGRAM', '2026-01-07T00:00:00Z', 'HELD', null, 'Line', '2026-01-07T00:00:00Z')
                """);
        database.sql(
                """
                insert into attachments (id, user_id, support_message_id, place, name, type, kind, form, size, state, digest, created_at)
                values
                  (repeat('a', 32), 1, 5, 1, 'b.pdf', 'application/pdf', 'DOCUMENT', 'DOCUMENT', 10, 'READY', 'x', '2026-01-05T00:00:00Z'),
                  (repeat('b', 32), 1, 5, 0, 'a.txt', 'text/plain', 'DOCUMENT', 'DOCUMENT', 20, 'FAILED', null, '2026-01-05T00:00:00Z'),
                  (repeat('c', 32), 1, null, 0, 'c.png', 'image/png', 'PICTURE', 'PHOTO', 30, 'READY', 'x', '2026-01-08T00:00:00Z'),
                  (repeat('d', 32), 2, null, 0, 'd.png', 'image/png', 'PICTURE', 'PHOTO', 30, 'READY', 'x', '2026-01-08T00:00:00Z')
                """);
        database.sql(
                "insert into answer_mails (user_id, seen_through, mailed_through, unsubscribed_at, refused_address)"
                        + " values (1, 5, 6, '2026-01-09T00:00:00Z', 'former@example.org')");
    }

    @Test
    void namesAllThatIsKeptOfAUser() throws IOException {
        assertEquals(
                """
                {"exported_at" : NOW, "note" : "A \\"note\\"", "account" : {"number" : 1, "email" : "anna@example.org", \
                "email_confirmed_at" : "2026-01-02T00:00:00Z", "full_name" : "Anna \\"A\\"", "language" : "en", "attributes" : {"plan":"gold"}, "guest" : false, \
                "opened_at" : "2026-01-01T00:00:00Z", "blocked_by_support_since" : null, "blocked_by_support_until" : null}, \
                "telegram" : {"linked" : true, "chat" : 700, "name" : "Anna T", \
                "linked_at" : "2026-01-03T00:00:00Z", "language" : "en", "blocked_since" : "2026-01-04T00:00:00Z"}, \
                "emails_about_answers" : {"unsubscribed_at" : "2026-01-09T00:00:00Z", "refused_address" : "former@example.org", \
                "last_answer_seen" : 5, "last_answer_in_an_email" : 6}, \
                "ratings" : [], "files_not_sent" : [{"number" : "cccccccccccccccccccccccccccccccc", "name" : "c.png", "type" : "image/png", \
                "size" : 30, "state" : "ready", \
                "address" : "https://desk.example.org/api/feedback/files/cccccccccccccccccccccccccccccccc/"}],
                "messages" : [
                {"number" : 1, "from" : "you", "written_in" : "site", "subject" : "Subject", "text" : "Line\\nÜ", \
                "text_entities" : [{"type":"bold","offset":0,"length":4}], "in_reply_to" : null, "operator" : null, \
                "created_at" : "2026-01-05T00:00:00Z", "state" : "delivered", "changed_at" : "2026-01-06T00:00:00Z", \
                "files" : [{"number" : "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb", "name" : "a.txt", "type" : "text/plain", \
                "size" : 20, "state" : "failed", "address" : null}, {"number" : "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", \
                "name" : "b.pdf", "type" : "application/pdf", "size" : 10, "state" : "ready", \
                "address" : "https://desk.example.org/api/feedback/files/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/"}]},
                {"number" : null, "from" : "support", "written_in" : "telegram", "subject" : null, "text" : "Answer", \
                "text_entities" : null, "in_reply_to" : "Line", "operator" : null, "created_at" : "2026-01-07T00:00:00Z", "state" : "held", \
                "changed_at" : "2026-01-07T00:00:00Z", "files" : []}
                ]}
                """,
                export(1));
    }

    @Test
    void saysWhatIsNotThere() throws IOException {
        assertEquals(
                """
                {"exported_at" : NOW, "note" : "A \\"note\\"", "account" : {"number" : 2, "email" : "boris@example.org", \
                "email_confirmed_at" : null, "full_name" : "Boris", "language" : null, "attributes" : null, "guest" : false, "opened_at" : "2026-01-01T00:00:00Z", \
                "blocked_by_support_since" : null, "blocked_by_support_until" : null}, \
                "telegram" : {"linked" : false, "chat" : null, "name" : null, "linked_at" : null, "language" : null, \
                "blocked_since" : null}, "emails_about_answers" : null, "ratings" : [], "files_not_sent" : [{"number" : "dddddddddddddddddddddddddddddddd", "name" : "d.png", \
                "type" : "image/png", "size" : 30, "state" : "ready", \
                "address" : "https://desk.example.org/api/feedback/files/dddddddddddddddddddddddddddddddd/"}],
                "messages" : [
                {"number" : 2, "from" : "you", "written_in" : "site", "subject" : null, "text" : "Of another", \
                "text_entities" : null, "in_reply_to" : null, "operator" : null, "created_at" : "2026-01-05T00:00:00Z", "state" : "waiting", \
                "changed_at" : "2026-01-05T00:00:00Z", "files" : []}
                ]}
                """,
                export(2));
    }

    @Test
    void writesNothingForAnAccountThatDoesNotExist() throws IOException {
        var out = new ByteArrayOutputStream();
        assertFalse(export().write(3, SITE, "Note", out));
        assertEquals(0, out.size());
    }

    private static String export(long userId) throws IOException {
        var out = new ByteArrayOutputStream();
        assertTrue(export().write(userId, SITE, "A \"note\"", out));
        var text = out.toString(StandardCharsets.UTF_8).replaceFirst("(\"exported_at\" : )\"[^\"]+\"", "$1NOW");
        return TIME.matcher(text)
                .replaceAll(time ->
                        '"' + OffsetDateTime.parse(time.group(1)).toInstant().toString() + '"');
    }

    private static UserExport export() {
        var client = new JdbcClient(database.dataSource());
        return new UserExport(
                client,
                new UserRows(client),
                new TelegramLinkRows(client),
                new MessageRows(client),
                new AttachmentRows(client),
                new AnswerMailRows(client),
                new RatingRows(client));
    }
}
