package org.answerline.conversation.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.answerline.platform.database.JdbcClient;

/**
 * Which waits for an answer the operators were reminded of, with the highest number of minutes. A wait with 0 minutes was opened again by
 * the withdrawal of its answer and not reminded of since. Joins the caller's transaction.
 */
@ApplicationScoped
class ReminderRows {

    private static final int MOST_IN_A_MAIL = 50;

    /** Whether a message m is the first of a wait for an answer; c is what the operators decided about its conversation. */
    private static final String WAITS =
            """
            not m.is_from_admin and m.id > coalesce(c.closed_through, 0) and m.delivery <> 'HELD'
            and not exists (select 1 from support_messages a
              where a.user_id = m.user_id and a.id > m.id and a.is_from_admin and a.delivery <> 'WITHDRAWN')
            and coalesce((select p.is_from_admin or p.id <= coalesce(c.closed_through, 0) from support_messages p
              where p.user_id = m.user_id and p.id < m.id and p.delivery <> 'WITHDRAWN' order by p.id desc limit 1), true)
            """;

    private final JdbcClient database;

    /** For the CDI proxy. */
    protected ReminderRows() {
        this(null);
    }

    @Inject
    ReminderRows(JdbcClient database) {
        this.database = database;
    }

    /**
     * Records that waits for an answer have reached so many minutes. A wait is recorded once for these minutes, and not for less any more;
     * two nodes at once do not both get it. A withdrawn answer ends no wait. Messages that are kept back because their user is blocked wait for nothing.
     *
     * @param after only waits that began with later messages than this one, or were opened again
     * @param since the latest beginning of a wait that is long enough
     * @param mailed whether an e-mail is to be sent about them
     * @return the first message of each
     */
    List<Long> reached(int minutes, long after, Instant since, boolean mailed) {
        return database.list(
                row -> row.getLong(1),
                """
                insert into conversation_reminders (message_id, minutes, mail_due_at)
                select m.id, ?, case when ? then now() end from support_messages m
                left join conversations c on c.user_id = m.user_id
                where (m.id > ? or m.id = any (array(select message_id from conversation_reminders where minutes = 0)))
                and m.created_at <= ? and %s
                order by m.id
                on conflict (message_id) do update set minutes = excluded.minutes, mail_due_at = excluded.mail_due_at
                where conversation_reminders.minutes < excluded.minutes
                returning message_id
                """
                        .formatted(WAITS),
                minutes,
                mailed,
                after,
                since);
    }

    /**
     * Records that a user waits again because an answer was withdrawn, so that {@link #reached} finds the wait even if later messages need
     * no look any more. Nothing is recorded of a younger wait, which is looked at anyway, and of one that the most minutes were reminded of.
     *
     * @param most the highest number of minutes that is reminded of
     * @param since the latest beginning of a wait that has reached them
     */
    void opened(long userId, int most, Instant since) {
        database.update(
                """
                insert into conversation_reminders (message_id, minutes)
                select m.id, 0 from support_messages m left join conversations c on c.user_id = m.user_id
                where m.user_id = ? and m.created_at <= ? and %s
                on conflict (message_id) do update set minutes = 0 where conversation_reminders.minutes < ?
                """
                        .formatted(WAITS),
                userId,
                since,
                most);
    }

    /** The last message that was stored before this time; 0 if there is none. */
    long lastBefore(Instant time) {
        return database.first(
                        row -> row.getLong(1),
                        "select id from support_messages where created_at < ? order by created_at desc limit 1",
                        time)
                .orElse(0L);
    }

    /**
     * The last message before the first one that is younger than this time, among those after a message; not after a message that is kept
     * back, because it waits for an answer once it is released.
     *
     * @param keptSince only messages that were kept back since then count
     */
    long lastOlder(long after, Instant time, Instant keptSince) {
        return database.number(
                """
                select least(coalesce(
                  (select id - 1 from support_messages where id > ? and created_at > ? order by id limit 1),
                  (select max(id) from support_messages), 0),
                  (select min(id) - 1 from support_messages where id > ? and delivery = 'HELD' and not is_from_admin
                    and created_at > ?))
                """,
                after,
                time,
                after,
                keptSince);
    }

    /** The first messages of the waits whose e-mail is due; it is due again after 20 minutes, which is longer than the
     * mail server may take to refuse it, unless {@link #mailed} or {@link #refused} is called. */
    List<Long> takeDueMails() {
        return database.list(
                row -> row.getLong(1),
                """
                update conversation_reminders set mail_due_at = now() + interval '20 minutes' where message_id in (
                  select message_id from conversation_reminders where mail_due_at <= now()
                  order by message_id limit ? for update skip locked)
                returning message_id
                """,
                MOST_IN_A_MAIL);
    }

    /** The mail server has refused the e-mail about these waits: it is due again after a minute. */
    void refused(Collection<Long> messageIds) {
        database.update(
                "update conversation_reminders set mail_due_at = now() + interval '1 minute' where message_id = any (?)",
                messageIds);
    }

    /** The e-mail about these waits was sent, or is not needed any more. */
    void mailed(Collection<Long> messageIds) {
        database.update("update conversation_reminders set mail_due_at = null where message_id = any (?)", messageIds);
    }
}
