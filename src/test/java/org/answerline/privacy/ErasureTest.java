package org.answerline.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.answerline.account.SignInFailures;
import org.answerline.account.user.UserRows;
import org.answerline.attachment.AttachmentRows;
import org.answerline.conversation.draft.DraftRows;
import org.answerline.conversation.hint.GivenHints;
import org.answerline.conversation.message.MessageRows;
import org.answerline.conversation.message.NoticeRows;
import org.answerline.delivery.DeliveryRows;
import org.answerline.delivery.UserDeliveries;
import org.answerline.linking.TelegramLinkRows;
import org.answerline.platform.database.JdbcClient;
import org.answerline.platform.text.Texts;
import org.answerline.sandbox.TestDatabase;
import org.answerline.webhook.FailedUpdates;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an erasure deletes, which of the bot's messages it takes back, and what it leaves to others. */
class ErasureTest {

    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    private static final ErasureContext TELEGRAM = new ErasureContext(9, 500, Texts.in("en"));

    private static TestDatabase database;

    @BeforeAll
    static void start() {
        database = TestDatabase.migrated();
    }

    /** Anna (1) with chat 701, who used chat 702 before and wrote from chat 703, which is Boris's (2) now. */
    @BeforeEach
    void fill() {
        database.sql("truncate users, rejected_updates, sign_in_failures, given_hints, delivery_lanes, deliveries,"
                + " forgotten_messages restart identity cascade");
        database.sql("alter sequence question_numbers restart");
        database.sql(
                "insert into users (id, email, full_name, created_at)"
                        + " select n, case n when 1 then 'Anna@example.org' else 'boris@example.org' end, 'N', '2026-01-01' from generate_series(1, 2) n");
        database.sql(
                "insert into user_telegram_links (user_id, telegram_chat_id, linked_at, requested_chat_id,"
                        + " binding_token, token_nonce, token_created_at) values"
                        + " (1, 701, '2026-01-01', null, null, null, null), (2, 703, '2026-01-01', 701, 't', 'n', '2026-01-01')");
        database.sql(
                "insert into support_messages (id, user_id, text, is_from_admin, source, created_at, delivery, origin_chat_id)"
                        + " values (1, 1, 'From 702', false, 'TELEGRAM', '2026-03-10', 'DELIVERED', 702),"
                        + " (2, 1, 'From 703', false, 'TELEGRAM', '2026-03-10', 'DELIVERED', 703),"
                        + " (3, 1, 'Answer', true, 'TELEGRAM', '2026-03-10', 'DELIVERED', 500),"
                        + " (4, 2, 'Of Boris', false, 'SITE', '2026-03-10', 'DELIVERED', null)");
        database.sql(
                "insert into deliveries (chat_id, purpose, support_message_id, about_message_id, part, parts, text, state,"
                        + " created_at, finished_at, telegram_message_id, telegram_message_ids) values"
                        + " (500, 'NOTICE', 1, null, 1, 1, 't', 'SENT', '2026-03-09', '2026-03-10 11:00Z', 11, '11,12'),"
                        + " (500, 'NOTICE', 2, null, 1, 1, 't', 'SENT', '2026-03-01', '2026-03-01', 13, null),"
                        + " (500, 'WORD', null, 2, 1, 1, 't', 'SENT', '2026-03-10', '2026-03-10', 14, null),"
                        + " (701, 'ANSWER', 3, null, 1, 1, 't', 'SENT', '2026-03-10', '2026-03-10', 21, null),"
                        + " (704, 'ANSWER', 3, null, 1, 1, 't', 'SENT', '2026-03-01', '2026-03-01', 22, null),"
                        + " (702, 'WORD', null, null, 1, 1, 't', 'SENT', '2026-03-10', '2026-03-10', 23, null),"
                        + " (703, 'WORD', null, null, 1, 1, 't', 'SENT', '2026-03-10', '2026-03-10', 31, null),"
                        + " (500, 'WORD', null, null, 1, 1, 'Mail to anna@EXAMPLE.org', 'WAITING', '2026-03-10', null, null, null),"
                        + " (500, 'NOTICE', 4, null, 1, 1, 't', 'WAITING', '2026-03-10', null, null, null)");
        database.sql("insert into operator_notices (bot_id, chat_id, message_id, support_message_id) values"
                + " (9, 500, 11, 1), (9, 500, 12, 1), (9, 500, 12, 4), (8, 500, 15, 2), (9, 500, 16, 4)");
        database.sql(
                "insert into delivery_lanes (chat_id, due_at, carrier, leased_until) values"
                        + " (500, now(), null, null), (701, now(), null, null), (702, now(), 'w', now()), (703, now(), null, null)");
        database.sql("insert into rejected_updates (received_at, body, reason) values (now(), '{\"id\": 701}', 'r'),"
                + " (now(), '{\"id\":7012}', 'r'), (now(), 'ANNA@example.org', 'r')");
        database.sql("insert into sign_in_failures (subject, failures, last_at) values"
                + " (encode(sha256('EMAIL:anna@example.org'), 'hex'), 1, now()), ('other', 1, now())");
        database.sql(
                "insert into given_hints (chat_id, kind, subject, given_at) values (500, 'BLOCKED', 1, now()),"
                        + " (500, 'BLOCKED', 2, now()), (702, 'EDIT', 5, now()), (703, 'EDIT', 5, now()), (500, 'TALK', 1, now())");
        database.sql(
                "insert into question_drafts (id, secret_hash, address_hash, message, submission, user_id, created_at, changed_at)"
                        + " values (repeat('1', 32), 's', 'a', 'm', 'k', 1, now(), now())");
        database.sql(
                "insert into attachments (id, user_id, draft_id, support_message_id, name, type, kind, form, size, state, digest, created_at)"
                        + " values (repeat('a', 32), 1, null, 1, 'n', 't', 'DOCUMENT', 'DOCUMENT', 1, 'READY', 'x', now()),"
                        + " (repeat('b', 32), null, repeat('1', 32), null, 'n', 't', 'DOCUMENT', 'DOCUMENT', 1, 'READY', 'x', now()),"
                        + " (repeat('c', 32), 2, null, null, 'n', 't', 'DOCUMENT', 'DOCUMENT', 1, 'READY', 'x', now())");
    }

    @Test
    void saysBeforeHowMuchThereIsAndWhatStays() {
        assertEquals(new ErasureSummary(3, 1, 3, 1), summary(1));
        assertEquals(new ErasureSummary(1, 1, 2, 0), summary(2));
    }

    @Test
    void deletesWhatIsTheUsersAndNothingOfOthers() {
        var outcome = erase(1);
        assertEquals(new ErasureSummary(3, 1, 3, 1), outcome.summary());
        assertEquals(
                List.of("a".repeat(32), "b".repeat(32)),
                outcome.files().stream().sorted().toList());
        assertEquals("[{id=2}]", rows("select id from users"));
        assertEquals(
                "[{user_id=2, requested_chat_id=null}]",
                rows("select user_id, requested_chat_id from user_telegram_links"));
        assertEquals("[{id=4}]", rows("select id from support_messages"));
        assertEquals("[{body={\"id\":7012}}]", rows("select body from rejected_updates"));
        assertEquals("[{subject=other}]", rows("select subject from sign_in_failures"));
        assertEquals(
                "[{chat_id=500, kind=BLOCKED, subject=2}, {chat_id=500, kind=TALK, subject=1}, {chat_id=703, kind=EDIT, subject=5}]",
                rows("select chat_id, kind, subject from given_hints order by 1, 2"));
        assertEquals(
                "[{chat_id=500}, {chat_id=702}, {chat_id=703}]", rows("select chat_id from delivery_lanes order by 1"));
        assertEquals("[{name=c}]", rows("select substr(id, 1, 1) as name from attachments"));
        assertEquals("[]", rows("select id from question_drafts"));
    }

    @Test
    void takesBackWhatTelegramStillDeletesAndTellsTheOperator() {
        erase(1);
        assertEquals(
                "[{chat_id=500, purpose=ERASURE, text=11,14, state=WAITING}, {chat_id=500, purpose=NOTICE, text=t, state=WAITING},"
                        + " {chat_id=500, purpose=WORD, text=🗑 A user’s data was erased on request. Their questions: #1, #2."
                        + " These questions can no longer be answered. Messages that could not be deleted here: 3., state=WAITING},"
                        + " {chat_id=701, purpose=ERASURE, text=21, state=WAITING}, {chat_id=702, purpose=ERASURE, text=23, state=WAITING},"
                        + " {chat_id=703, purpose=WORD, text=t, state=SENT}]",
                rows("select chat_id, purpose, text, state from deliveries order by 1, 2"));
    }

    /** Reminders, lists and hints that quote nothing of the user but name them. */
    @Test
    void takesBackWhatNamesTheUserInTheOperatorsChat() {
        nameThem();
        database.sql(
                "insert into deliveries (chat_id, purpose, part, parts, text, entities, state, created_at, finished_at, telegram_message_id)"
                        + " values (500, 'WORD', 1, 1, 'Not answered yet: Anna Kim Lopez',"
                        + " '[{\"type\":\"text_link\",\"url\":\"https://t.me/#support-message-4\"}]',"
                        + " 'SENT', '2026-03-10', '2026-03-10', 47)");
        erase(1);
        assertEquals(
                "[{text=11,14,41,42}]",
                rows("select text from deliveries where purpose = 'ERASURE' and chat_id = 500"));
        assertEquals(
                "[{text=Anna Kim in a chat of Boris}, {text=Boris is the name}, {text=Hanna Kimono}, {text=Not answered yet: Anna Kim Lopez}]",
                rows(
                        "select text from deliveries where text like '%Anna%' or text like '%anna Kim%' or text like '%Boris%' order by 1"));
    }

    @Test
    void aNameOfOneWordIsFoundOnlyWhereItIsRecorded() {
        nameThem();
        erase(2);
        assertEquals("[{text=41}]", rows("select text from deliveries where purpose = 'ERASURE' and chat_id = 500"));
        assertEquals("[{text=Boris is the name}]", rows("select text from deliveries where text like '%Boris i%'"));
    }

    @Test
    void aNameThatAnotherAccountHasTooTakesNothing() {
        nameThem();
        database.sql("update users set full_name = 'anna kim' where id = 2");
        erase(1);
        assertEquals(
                "[{text=11,14,41}]", rows("select text from deliveries where purpose = 'ERASURE' and chat_id = 500"));
    }

    private static void nameThem() {
        database.sql("update users set full_name = case id when 1 then 'Anna Kim' else 'Boris' end");
        database.sql(
                "insert into deliveries (chat_id, purpose, part, parts, text, entities, state, created_at, finished_at, telegram_message_id)"
                        + " values (500, 'WORD', 1, 1, 'Not answered yet: Anna K. and Boris',"
                        + " '[{\"type\":\"text_link\",\"url\":\"https://t.me/#support-message-1\"},"
                        + "{\"type\":\"text_link\",\"url\":\"https://t.me/#support-message-4\"}]',"
                        + " 'SENT', '2026-03-10', '2026-03-10', 41),"
                        + " (500, 'WORD', 1, 1, '(Anna Kim): an email came back', null, 'SENT', '2026-03-10', '2026-03-10', 42),"
                        + " (500, 'WORD', 1, 1, 'Hanna Kimono', null, 'SENT', '2026-03-10', '2026-03-10', 43),"
                        + " (500, 'WORD', 1, 1, 'Anna Kim waits', null, 'WAITING', '2026-03-10', null, null),"
                        + " (500, 'WORD', 1, 1, 'Boris is the name', null, 'SENT', '2026-03-10', '2026-03-10', 45),"
                        + " (703, 'WORD', 1, 1, 'Anna Kim in a chat of Boris', null, 'SENT', '2026-03-10', '2026-03-10', 46)");
        database.sql("insert into operator_notices (bot_id, chat_id, message_id, support_message_id) values"
                + " (9, 500, 41, 1), (9, 500, 41, 4)");
    }

    @Test
    void doesNothingForAUserWhoIsNotThere() {
        var outcome = erase(3);
        assertEquals(new ErasureSummary(0, 0, 0, 0), outcome.summary());
        assertEquals(List.of(), outcome.files());
        assertEquals(9, database.sql("select id from deliveries").size());
    }

    /** A user of the site whose address the site does not know. */
    @Test
    void withoutAnAddressNothingOfOthersIsTakenForTheUsers() {
        database.sql("update users set email = null, vouched = true where id = 1");
        erase(1);
        assertEquals(
                "[{body={\"id\":7012}}, {body=ANNA@example.org}]",
                rows("select body from rejected_updates order by length(body)"));
        assertEquals(
                "[{text=Mail to anna@EXAMPLE.org}]", rows("select text from deliveries where text like 'Mail to%'"));
    }

    @Test
    void anAddressThatAGuestHasOnlyTypedTakesNothingOfItsOwner() {
        database.sql("insert into users (id, email, full_name, vouched, guest, created_at)"
                + " values (4, 'anna@example.org', 'Eve', true, true, now())");
        erase(4);
        assertEquals(3, database.sql("select 1 from rejected_updates").size());
        assertEquals(2, database.sql("select 1 from sign_in_failures").size());
        assertEquals(
                "[{text=Mail to anna@EXAMPLE.org}]", rows("select text from deliveries where text like 'Mail to%'"));
    }

    @Test
    void anAddressThatAnotherAccountHasTooTakesNothing() {
        database.sql("insert into users (id, email, full_name, vouched, guest, created_at, email_confirmed_at)"
                + " values (4, 'anna@example.org', 'Anna', true, true, now(), now())");
        erase(4);
        assertEquals(3, database.sql("select 1 from rejected_updates").size());
    }

    @Test
    void aGuestWhoHasOnlyTypedTheAddressKeepsNothingFromTheErasureOfItsOwner() {
        database.sql("insert into users (id, email, full_name, vouched, guest, created_at)"
                + " values (4, 'anna@example.org', 'Eve', true, true, now())");
        erase(1);
        assertEquals("[{body={\"id\":7012}}]", rows("select body from rejected_updates"));
    }

    @Test
    void aLongerAddressIsSomebodyElses() {
        database.sql("truncate rejected_updates");
        database.sql(
                "insert into rejected_updates (received_at, body, reason) select now(), body, 'r' from unnest(array["
                        + "'joanna@example.org', 'jo.anna@example.org', 'anna@example.org.uk', 'anna@example.orgs',"
                        + " 'annaXexample.org', '\"anna@example.org\"', 'Write to anna@example.org.', 'a\\nanna@example.org',"
                        + " '\\u00abAnna@example.org\\u00bb', '<anna@example.org>']) body");
        erase(1);
        assertEquals(
                "[{body=anna@example.org.uk}, {body=anna@example.orgs}, {body=annaXexample.org}, {body=jo.anna@example.org},"
                        + " {body=joanna@example.org}]",
                rows("select body from rejected_updates order by body collate \"C\""));
    }

    private static String rows(String query) {
        List<Map<String, Object>> rows = database.sql(query);
        return rows.toString();
    }

    private static ErasureSummary summary(long userId) {
        return erasure(new JdbcClient(database.dataSource())).summary(userId, TELEGRAM, NOW);
    }

    private static Erasure.Outcome erase(long userId) {
        return new JdbcClient(database.dataSource())
                .inTransaction(client -> erasure(client).erase(userId, TELEGRAM, NOW));
    }

    private static Erasure erasure(JdbcClient client) {
        var messages = new MessageRows(client);
        var links = new TelegramLinkRows(client);
        var deliveries = new UserDeliveries(client);
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return new Erasure(
                new UserData(new UserRows(client), messages, new DraftRows(client), new AttachmentRows(client)),
                new TelegramCopies(links, messages, new NoticeRows(client), deliveries),
                new DeliveryRows(client),
                List.of(
                        deliveries,
                        new FailedUpdates(client, clock),
                        new SignInFailures(client, clock),
                        new GivenHints(client),
                        links));
    }
}
