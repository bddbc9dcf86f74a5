package org.answerline.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.answerline.account.ExternalIdentities;
import org.answerline.account.user.UserRows;
import org.answerline.attachment.AttachmentRows;
import org.answerline.conversation.draft.DraftRows;
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

    private static final Set<String> EXPORTED = Set.of(
            "users",
            "external_identities",
            "user_telegram_links",
            "answer_mails",
            "conversation_ratings",
            "question_drafts",
            "support_messages",
            "message_versions",
            "attachments");

    private static final Map<String, String> LEFT_OUT = Map.ofEntries(
            Map.entry("account_letters", "requests for e-mails to the user's own addresses"),
            Map.entry("account_mail_tokens", "hashes of links, which would be no use to the user"),
            Map.entry("answer_mail_tokens", "hashes of links"),
            Map.entry(
                    "guest_accounts",
                    "whether the user is a guest is in the account; the rest is when the guest is erased"),
            Map.entry("guest_keys", "hashes of keys"),
            Map.entry("submissions", "keys of forms, against duplicates"),
            Map.entry("attachment_pieces", "the contents of files; the export has the address of each file"),
            Map.entry("album_captions", "which part of an album has brought the text of a message"),
            Map.entry("deliveries", "copies of the messages on their way, deleted days after"),
            Map.entry("operator_notices", "which Telegram messages in the operators' chat stand for a message"),
            Map.entry("operator_topics", "the topic of the user in the operators' chat"),
            Map.entry("former_topics", "earlier topics in the operators' chat"),
            Map.entry("conversations", "how operators share their work; the user sees whether it is closed"),
            Map.entry("conversation_notes", "what operators tell each other"),
            Map.entry("conversation_reminders", "when operators were reminded of a message"),
            Map.entry("after_hours_messages", "when the user was last told the hours"));

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
        database.sql(
                "insert into message_versions (support_message_id, text, entities, replaced_at) values"
                        + " (5, 'First text', null, '2026-01-05T01:00:00Z'), (5, 'Second text', '[]', '2026-01-05T02:00:00Z'),"
                        + " (6, 'Of another', null, '2026-01-05T01:00:00Z'), (7, 'Withdrawn by the operator', null, '2026-01-07T01:00:00Z')");
        database.sql(
                "insert into external_identities (issuer, subject, user_id, first_seen_at) values"
                        + " ('https://id.example.org', '17', 1, '2026-01-02T00:00:00Z'), ('https://id.example.org', '18', 2, '2026-01-02T00:00:00Z')");
        database.sql(
                "insert into question_drafts (id, secret_hash, address_hash, subject, message, submission, user_id, support_message_id,"
                        + " created_at, changed_at) values"
                        + " (repeat('1', 32), 's', 'a', 'Draft', 'Not sent', 'k', 1, null, '2026-01-08T00:00:00Z', '2026-01-08T01:00:00Z'),"
                        + " (repeat('2', 32), 's', 'a', null, '', 'k', 1, 5, '2026-01-05T00:00:00Z', '2026-01-05T00:00:00Z'),"
                        + " (repeat('3', 32), 's', 'a', '', 'Of nobody', 'k', null, null, '2026-01-08T00:00:00Z', '2026-01-08T00:00:00Z')");
    }

    @Test
    void namesAllThatIsKeptOfAUser() throws IOException {
        assertEquals(
                """
                {"exported_at" : NOW, "note" : "A \\"note\\"", "account" : {"number" : 1, "email" : "anna@example.org", \
                "email_confirmed_at" : "2026-01-02T00:00:00Z", "full_name" : "Anna \\"A\\"", "language" : "en", "attributes" : {"plan":"gold"}, "guest" : false, \
                "opened_at" : "2026-01-01T00:00:00Z", "blocked_by_support_since" : null, "blocked_by_support_until" : null}, \
                "sign_ins" : [{"issuer" : "https://id.example.org", "subject" : "17", "first_seen_at" : "2026-01-02T00:00:00Z"}], \
                "telegram" : {"linked" : true, "chat" : 700, "name" : "Anna T", \
                "linked_at" : "2026-01-03T00:00:00Z", "language" : "en", "blocked_since" : "2026-01-04T00:00:00Z"}, \
                "emails_about_answers" : {"unsubscribed_at" : "2026-01-09T00:00:00Z", "refused_address" : "former@example.org", \
                "last_answer_seen" : 5, "last_answer_in_an_email" : 6}, \
                "ratings" : [], "questions_not_sent" : [{"subject" : "Draft", "text" : "Not sent", \
                "created_at" : "2026-01-08T00:00:00Z", "changed_at" : "2026-01-08T01:00:00Z"}], "files_not_sent" : [{"number" : "cccccccccccccccccccccccccccccccc", "name" : "c.png", "type" : "image/png", \
                "size" : 30, "state" : "ready", \
                "address" : "https://desk.example.org/api/feedback/files/cccccccccccccccccccccccccccccccc/"}],
                "messages" : [
                {"number" : 1, "from" : "you", "written_in" : "site", "subject" : "Subject", "text" : "Line\\nÜ", \
                "text_entities" : [{"type":"bold","offset":0,"length":4}], "in_reply_to" : null, "operator" : null, \
                "created_at" : "2026-01-05T00:00:00Z", "state" : "delivered", "changed_at" : "2026-01-06T00:00:00Z", \
                "earlier_texts" : [{"text" : "First text", "text_entities" : null, "replaced_at" : "2026-01-05T01:00:00Z"}, \
                {"text" : "Second text", "text_entities" : [], "replaced_at" : "2026-01-05T02:00:00Z"}], \
                "files" : [{"number" : "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb", "name" : "a.txt", "type" : "text/plain", \
                "size" : 20, "state" : "failed", "address" : null}, {"number" : "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", \
                "name" : "b.pdf", "type" : "application/pdf", "size" : 10, "state" : "ready", \
                "address" : "https://desk.example.org/api/feedback/files/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/"}]},
                {"number" : null, "from" : "support", "written_in" : "telegram", "subject" : null, "text" : "Answer", \
                "text_entities" : null, "in_reply_to" : "Line", "operator" : null, "created_at" : "2026-01-07T00:00:00Z", "state" : "held", \
                "changed_at" : "2026-01-07T00:00:00Z", "earlier_texts" : null, "files" : []}
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
                "sign_ins" : [{"issuer" : "https://id.example.org", "subject" : "18", "first_seen_at" : "2026-01-02T00:00:00Z"}], \
                "telegram" : {"linked" : false, "chat" : null, "name" : null, "linked_at" : null, "language" : null, \
                "blocked_since" : null}, "emails_about_answers" : null, "ratings" : [], "questions_not_sent" : [], "files_not_sent" : [{"number" : "dddddddddddddddddddddddddddddddd", "name" : "d.png", \
                "type" : "image/png", "size" : 30, "state" : "ready", \
                "address" : "https://desk.example.org/api/feedback/files/dddddddddddddddddddddddddddddddd/"}],
                "messages" : [
                {"number" : 2, "from" : "you", "written_in" : "site", "subject" : null, "text" : "Of another", \
                "text_entities" : null, "in_reply_to" : null, "operator" : null, "created_at" : "2026-01-05T00:00:00Z", "state" : "waiting", \
                "changed_at" : "2026-01-05T00:00:00Z", \
                "earlier_texts" : [{"text" : "Of another", "text_entities" : null, "replaced_at" : "2026-01-05T01:00:00Z"}], "files" : []}
                ]}
                """,
                export(2));
    }

    /** A new table about users has to be exported, or to be listed with the reason why it is not. */
    @Test
    void eachTableAboutUsersIsExportedOrSaysWhyNot() {
        Set<String> known = new TreeSet<>(EXPORTED);
        known.addAll(LEFT_OUT.keySet());
        assertEquals(known, tablesAboutUsers());
        assertTrue(LEFT_OUT.keySet().stream().noneMatch(EXPORTED::contains));
    }

    /** Tables from which foreign keys lead to users, by whatever way, and those with a user's id without one. */
    private static Set<String> tablesAboutUsers() {
        return database
                .sql(
                        """
                        with recursive links as (
                          select r.table_name as source, u.table_name as target
                          from information_schema.table_constraints r
                          join information_schema.referential_constraints c using (constraint_schema, constraint_name)
                          join information_schema.table_constraints u
                            on u.constraint_schema = c.unique_constraint_schema and u.constraint_name = c.unique_constraint_name
                          where r.table_schema = 'public'),
                        about as (
                          select 'users'::information_schema.sql_identifier as name
                          union select l.source from links l join about a on a.name = l.target)
                        select name::text from about union
                        select c.table_name::text from information_schema.columns c join information_schema.tables t
                          using (table_schema, table_name)
                        where table_schema = 'public' and t.table_type = 'BASE TABLE' and c.column_name like '%user_id'
                        """)
                .stream()
                .map(row -> row.get("name").toString())
                .collect(Collectors.toCollection(TreeSet::new));
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
                new AccountExport(
                        new UserRows(client),
                        new ExternalIdentities(client),
                        new TelegramLinkRows(client),
                        new AnswerMailRows(client),
                        new RatingRows(client),
                        new DraftRows(client)),
                new MessageRows(client),
                new AttachmentRows(client));
    }
}
