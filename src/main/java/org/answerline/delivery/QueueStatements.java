package org.answerline.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.answerline.delivery.alarm.Alarm;
import org.answerline.delivery.message.Delivery;
import org.answerline.delivery.send.SendRateLimits;
import org.answerline.platform.database.JdbcClient;

/** The two statements that every message needs: each changes a delivery and the queue of its chat in one round trip. */
@ApplicationScoped
class QueueStatements {

    /**
     * The id of the delivery that is sent next to a chat: users' questions before our own hints, which must not delay them; each in the
     * order of its turn.
     */
    static final String HEAD =
            """
            coalesce(
              (select n.id from deliveries n
               where n.chat_id = %1$s and n.state = 'WAITING' and n.purpose = 'NOTICE' order by n.turn, n.id limit 1),
              (select h.id from deliveries h
               where h.chat_id = %1$s and h.state = 'WAITING' and h.purpose <> 'NOTICE' order by h.turn, h.id limit 1))
            """;

    /**
     * The same, but it starts where the last claim found the head, so that it does not read the index entries of all that was sent
     * since PostgreSQL last cleaned the index. After five seconds it starts at the beginning again: a transaction that ran during
     * the last claim may have added something earlier.
     */
    private static final String NEAR_HEAD = HEAD.replace(
                    "n.purpose = 'NOTICE'",
                    "n.purpose = 'NOTICE' and n.turn >= case when l.searched_at > now() - interval '5 seconds'"
                            + " then coalesce(l.notices_from, '-infinity') else '-infinity' end")
            .replace(
                    "h.purpose <> 'NOTICE'",
                    "h.purpose <> 'NOTICE' and h.turn >= case when l.searched_at > now() - interval '5 seconds'"
                            + " then coalesce(l.others_from, '-infinity') else '-infinity' end");

    /** Where the next claim may start: a delivery that is added by a transaction of this second may be a second older. */
    private static final String FROM =
            "case when heads.turn > now() then heads.turn" + " else least(heads.turn, now() - interval '1 second') end";

    /**
     * All parts of a statement see the rows as they were at its beginning, but an update and a lock check their conditions again on a row
     * that another transaction has changed since. Hence the state and the chat are conditions of the update, and only queues whose
     * delivery was still there are taken. That it waits is asked by {@code finished_at is null}, and its chat is not compared by {@code =}:
     * with {@code state = 'WAITING'}, or with the chat, PostgreSQL may read an index of all that waits in place of the primary key, above
     * all by a plan that it made when little waited.
     *
     * <p>The chats and the limit are subqueries, so that PostgreSQL does not expect another number of them each time: it would make a new
     * plan for each claim, which takes longer than the claim.
     */
    static final String CLAIM =
            """
            with free as (
              select l.chat_id, d.id
              from delivery_lanes l join deliveries d on d.id = %1$s
              where l.chat_id = any ((select ?::bigint[])::bigint[]) and l.due_at <= now()
              and (l.leased_until is null or l.leased_until < now())
              and (d.not_before is null or d.not_before <= now())
              order by l.due_at limit (select ?::int) for update of l skip locked),
            heads as (
              update deliveries d set attempts = d.attempts + 1 from free
              where d.id = free.id and d.finished_at is null and d.chat_id is not distinct from free.chat_id returning d.*),
            taken as (
              update delivery_lanes l set carrier = ?, leased_until = now() + ? * interval '1 second',
                notices_from = case when heads.purpose = 'NOTICE' then %2$s
                  when searched_at > now() - interval '5 seconds' then notices_from end,
                others_from = case when heads.purpose <> 'NOTICE' then %2$s
                  when searched_at > now() - interval '5 seconds' then others_from end,
                searched_at = case when searched_at > now() - interval '5 seconds' then searched_at else now() end
              from heads where l.chat_id = heads.chat_id)
            select * from heads
            """
                    .formatted(NEAR_HEAD.formatted("l.chat_id"), FROM);

    /** Without a limit the queue is due at once: an array has no element 0. For {@code finished_at} see {@link #CLAIM}. */
    static final String FINISH =
            """
            with sent as (
              update deliveries set state = 'SENT', finished_at = ?, telegram_message_id = ?,
                telegram_message_ids = nullif(concat_ws(',', telegram_message_ids, ?), ''),
                unknown_outcomes = 0, unlisted_refusals = 0
              where id = any (?) and finished_at is null returning id),
            released as (
              update delivery_lanes set carrier = null, leased_until = null, failures = 0,
                recent = (array_fill(now(), array[?]) || recent)[1 : ?],
                due_at = coalesce((array_fill(now(), array[?]) || recent)[?] + ? * interval '1 second', now())
              where chat_id = ? and carrier = ? returning chat_id, notices_from, others_from, due_at - now() as wait)
            select array(select id from sent), (select extract(epoch from wait) from released),
              (select
                exists (select 1 from deliveries n where n.chat_id = r.chat_id and n.state = 'WAITING'
                  and n.purpose = 'NOTICE' and n.turn >= coalesce(r.notices_from, '-infinity') and n.id <> all (?))
                or exists (select 1 from deliveries h where h.chat_id = r.chat_id and h.state = 'WAITING'
                  and h.purpose <> 'NOTICE' and h.turn >= coalesce(r.others_from, '-infinity') and h.id <> all (?))
               from released r),
              exists (select 1 from delivery_alarms where chat_id in (?, ?))
            """;

    /**
     * What became of the deliveries of a batch that Telegram accepted.
     *
     * @param ended those that have ended by this; others were erased or ended by another worker
     * @param delay until the next message may be sent to the chat
     * @param isMoreWaiting whether anything waits for the chat, unless another worker has its queue by now
     * @param isAlarmed whether there is an alarm of this chat or of all chats to lift; asked here, since there hardly ever is one
     */
    record Finished(Set<Long> ended, Duration delay, boolean isMoreWaiting, boolean isAlarmed) {}

    @Inject
    private JdbcClient database;

    /** Claims up to so many of these queues that are due and that no worker has; returns the next delivery of each, counted as attempted. */
    List<Delivery> claim(String worker, Collection<Long> chatIds, int most) {
        return database.list(Delivery::new, CLAIM, chatIds, most, worker, ChatQueues.LEASE.toSeconds());
    }

    /**
     * Ends deliveries as sent and releases the queue of their chat, not to be claimed before the rate limit of the chat allows the next.
     *
     * @param messageIds the message_ids of Telegram; none for a reaction, which does not count for the rate limit
     */
    Finished finish(
            long chatId,
            String worker,
            List<Long> ids,
            List<Long> messageIds,
            SendRateLimits.Limit limit,
            Instant now) {
        return database.first(
                        QueueStatements::finished,
                        FINISH,
                        now,
                        messageIds.isEmpty() ? null : messageIds.get(0),
                        messageIds.stream().map(String::valueOf).collect(Collectors.joining(",")),
                        ids,
                        messageIds.size(),
                        limit.messages(),
                        messageIds.size(),
                        limit.messages(),
                        limit.seconds(),
                        chatId,
                        worker,
                        ids,
                        ids,
                        chatId,
                        Alarm.ALL_CHATS)
                .orElseThrow();
    }

    private static Finished finished(ResultSet row) throws SQLException {
        Set<Long> ended = Stream.of((Long[]) row.getArray(1).getArray()).collect(Collectors.toSet());
        return new Finished(ended, ChatQueues.duration(row.getDouble(2)), row.getBoolean(3), row.getBoolean(4));
    }
}
