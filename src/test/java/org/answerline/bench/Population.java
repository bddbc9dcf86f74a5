package org.answerline.bench;

import java.util.ArrayList;
import java.util.List;

/** Fills a desk's tables as years of work would, by SQL. */
final class Population {

    /** Numbers of those who sign in; the linked people count from 1. */
    static final long FIRST_READER = 50_000_000;

    /** Ids of the users that the desk creates itself, for tokens: between those of linked people and of readers. */
    private static final long FIRST_CREATED = 40_000_000;

    private static final String BOT = "1000001";

    private final Database desk;

    Population(Database desk) {
        this.desk = desk;
    }

    /** So many linked people, and so many messages of theirs and answers to them, all delivered. */
    void fill(int people, long messages) {
        run(
                """
                insert into users (id, email, full_name, created_at)
                select i, 'person-' || i || '@example.org', 'Person ' || i, now() - interval '90 days'
                from generate_series(1, %d) i
                """,
                people);
        run(
                """
                insert into user_telegram_links (user_id, telegram_chat_id, linked_at, telegram_language)
                select i, %d + i, now() - interval '90 days', 'en' from generate_series(1, %d) i
                """,
                Bodies.FIRST_CHAT, people);
        desk.number("select setval('users_id_seq', " + FIRST_CREATED + ")");
        grow(people, 0, Math.max(messages, people));
    }

    /** Notices in the operator's chat of one question of each of these people, numbered in their order from a first one on. */
    void notices(List<Long> people, long first) {
        run(
                """
                insert into operator_notices (bot_id, chat_id, message_id, support_message_id)
                select %s, %d, %d + user_id - %d, min(id) from support_messages
                where user_id between %d and %d group by user_id
                """,
                BOT, Bodies.OPERATOR, first, people.get(0), people.get(0), people.get(people.size() - 1));
    }

    /** Adds messages with these numbers, and what belongs to each. */
    void grow(int people, long after, long upTo) {
        run(
                """
                insert into support_messages (id, user_id, subject, text, is_from_admin, source, created_at, changed_at, delivery)
                select i, 1 + (i - 1) %% %1$d, null, repeat('What was said ', 12) || i, (i - 1) / %1$d %% 2 = 1, 'TELEGRAM',
                  t, t, 'DELIVERED'
                from (select i, now() - interval '1 minute' * (1 + (%3$d - i) %% 130000) as t
                      from generate_series(%2$d, %3$d) i) numbered
                """,
                people, after + 1, upTo);
        run(
                """
                insert into operator_notices (bot_id, chat_id, message_id, support_message_id)
                select %s, %d, id, id from support_messages where id between %d and %d and not is_from_admin
                """,
                BOT, Bodies.OPERATOR, after + 1, upTo);
        run(
                """
                insert into deliveries (chat_id, purpose, support_message_id, part, parts, text, state, attempts, created_at,
                  finished_at, telegram_message_id)
                select case when is_from_admin then %d + user_id else %d end, case when is_from_admin then 'ANSWER' else 'NOTICE' end,
                  id, 1, 1, text, 'SENT', 1, created_at, created_at, id
                from support_messages where id between %d and %d and created_at > now() - interval '30 days'
                """,
                Bodies.FIRST_CHAT, Bodies.OPERATOR, after + 1, upTo);
        desk.number("select setval('support_messages_id_seq', (select max(id) from support_messages))");
        settle();
    }

    /** The highest number of a message. */
    long newest() {
        return desk.number("select max(id) from support_messages");
    }

    /** Accounts to sign in with, each with so many messages; their numbers. */
    List<Long> readers(String kind, int count, int messages, String passwordHash) {
        long first = FIRST_READER + desk.number("select count(*) from users where id >= " + FIRST_READER);
        run(
                """
                insert into users (id, email, full_name, password_hash, created_at, email_confirmed_at)
                select i, '%s-' || i || '@example.org', 'Reader ' || i, '%s', now(), now() from generate_series(%d, %d) i
                """,
                kind, passwordHash, first, first + count - 1);
        run(
                """
                insert into user_telegram_links (user_id, telegram_chat_id, linked_at, telegram_language)
                select i, %d + i, now(), 'en' from generate_series(%d, %d) i
                """,
                Bodies.FIRST_CHAT, first, first + count - 1);
        run(
                """
                insert into support_messages (user_id, text, is_from_admin, source, created_at, changed_at, delivery)
                select u, repeat('What was said ', 12) || i, i %% 2 = 0, 'SITE', t, t, 'DELIVERED'
                from generate_series(%d, %d) u,
                  (select i, now() - interval '1 minute' * (%3$d - i) as t from generate_series(1, %3$d) i) numbered
                """,
                first, first + count - 1, messages);
        settle();
        var readers = new ArrayList<Long>();
        for (long reader = first; reader < first + count; reader++) {
            readers.add(reader);
        }
        return readers;
    }

    private void settle() {
        desk.run("vacuum analyze");
        desk.run("checkpoint");
    }

    private void run(String statement, Object... values) {
        desk.run(statement.formatted(values));
    }
}
