package org.answerline.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.answerline.delivery.send.SendRateLimits;
import org.answerline.platform.database.JdbcClient;

/**
 * The SQL of the queues, one for each chat (table {@code delivery_lanes}). A queue has one worker at a time, which keeps the order of
 * each chat on any number of nodes.
 *
 * <p>All times are the database's, because the nodes' clocks differ. A worker that dies loses its queues when its lease ends. Joins the
 * caller's transaction.
 */
@ApplicationScoped
class ChatQueues {

    static final Duration LEASE = Duration.ofSeconds(10);

    /**
     * Why the queue of a chat that something waits for could not be claimed.
     *
     * @param exists whether there is a queue
     * @param isTaken whether a worker has it
     * @param isPaused whether it is the queue that is not due, and not only the next delivery that is held
     * @param delay until it is due
     */
    record Obstacle(long chatId, boolean exists, boolean isTaken, boolean isPaused, Duration delay) {}

    @Inject
    private JdbcClient database;

    /**
     * The next chats that something waits for, in the order of their ids.
     *
     * <p>Goes from chat to chat along the index: the cost grows with the chats asked for, neither with all chats that wait nor with the
     * messages that wait in each.
     */
    List<Long> waiting(long after, int most) {
        return database.list(
                row -> row.getLong(1),
                """
                with recursive waiting (chat_id, place) as (
                  (select chat_id, 1 from deliveries where state = 'WAITING' and chat_id > ?
                   order by chat_id limit 1)
                  union all
                  select (select d.chat_id from deliveries d where d.state = 'WAITING' and d.chat_id > w.chat_id
                          order by d.chat_id limit 1), w.place + 1
                  from waiting w where w.chat_id is not null and w.place < ?)
                select chat_id from waiting where chat_id is not null order by place
                """,
                after,
                most);
    }

    /** Creates the queues of chats; another node may do so at the same instant. */
    void create(Collection<Long> chatIds) {
        create(chatIds, Duration.ZERO);
    }

    /** Creates the queues of chats that have none yet, due after this wait. */
    void create(Collection<Long> chatIds, Duration wait) {
        database.update(
                "insert into delivery_lanes (chat_id, due_at) select chat_id, now() + ? * interval '1 millisecond'"
                        + " from unnest(?) as w (chat_id) on conflict do nothing",
                wait.toMillis(),
                chatIds);
    }

    /** Locks the queue of a chat, so that no worker claims it before the transaction ends; false if a worker has it. */
    boolean lockFree(long chatId) {
        create(List.of(chatId));
        return database.first(
                        row -> true,
                        "select 1 from delivery_lanes where chat_id = ? and (leased_until is null or leased_until < now())"
                                + " for update skip locked",
                        chatId)
                .isPresent();
    }

    /** Keeps the queues that this worker has from being claimed by others. */
    void renew(String worker, Collection<Long> claimed) {
        database.update(
                "update delivery_lanes set leased_until = now() + ? * interval '1 second'"
                        + " where carrier = ? and chat_id = any (?)",
                LEASE.toSeconds(),
                worker,
                claimed);
    }

    /** What keeps these chats from being claimed; nothing is said of chats that nothing waits for. */
    List<Obstacle> obstacles(Collection<Long> chatIds) {
        return database.list(
                ChatQueues::obstacle,
                """
                select w.chat_id, l.chat_id is not null, coalesce(l.leased_until > now(), false), coalesce(l.due_at > now(), false),
                  extract(epoch from greatest(l.due_at, d.not_before) - now())
                from unnest(?) as w (chat_id) join deliveries d on d.id = %s left join delivery_lanes l on l.chat_id = w.chat_id
                """
                        .formatted(QueueStatements.HEAD.formatted("w.chat_id")),
                chatIds);
    }

    private static Obstacle obstacle(ResultSet row) throws SQLException {
        return new Obstacle(
                row.getLong(1), row.getBoolean(2), row.getBoolean(3), row.getBoolean(4), duration(row.getDouble(5)));
    }

    /**
     * Releases the queue after a part of a delivery was sent, not to be claimed before the rate limit of the chat allows the next.
     *
     * @param messages how many: an album counts by its files
     * @return how long until then
     */
    Duration releaseAfterSending(long chatId, String worker, SendRateLimits.Limit limit, int messages) {
        return database.first(
                        row -> duration(row.getDouble(1)),
                        """
                        update delivery_lanes set carrier = null, leased_until = null, failures = 0,
                          recent = (array_fill(now(), array[?]) || recent)[1 : ?],
                          due_at = coalesce((array_fill(now(), array[?]) || recent)[?] + ? * interval '1 second', now())
                        where chat_id = ? and carrier = ? returning extract(epoch from due_at - now())
                        """,
                        messages,
                        limit.messages(),
                        messages,
                        limit.messages(),
                        limit.seconds(),
                        chatId,
                        worker)
                .orElse(Duration.ZERO);
    }

    /** Releases the queue; no effect if the worker has released it already. */
    void release(long chatId, String worker, Duration wait) {
        release(chatId, worker, wait, "failures");
    }

    /** Releases the queue after one more failure in a row. */
    void releaseAfterFailure(long chatId, String worker, Duration wait) {
        release(chatId, worker, wait, "failures + 1");
    }

    private void release(long chatId, String worker, Duration wait, String failures) {
        database.update(
                "update delivery_lanes set carrier = null, leased_until = null, failures = " + failures
                        + ", due_at = now() + ? * interval '1 millisecond' where chat_id = ? and carrier = ?",
                wait.toMillis(),
                chatId,
                worker);
    }

    /** Removes the queue of a chat that has no deliveries, so that no trace of the chat is left. */
    void removeUnused(long chatId) {
        database.update(
                """
                delete from delivery_lanes l where l.chat_id = ? and l.carrier is null
                and not exists (select 1 from deliveries d where d.chat_id = l.chat_id)
                """,
                chatId);
    }

    /** Removes the queues of chats that nothing waits for, for longer than any rate limit looks back; the next message creates a new one. */
    void removeIdle() {
        database.update(
                """
                delete from delivery_lanes l where l.due_at < now() - interval '10 minutes'
                and (l.leased_until is null or l.leased_until < now() - interval '10 minutes')
                and not exists (select 1 from deliveries d where d.chat_id = l.chat_id and d.state = 'WAITING')
                """);
    }

    /**
     * Something waits for the chat with this turn, which may be earlier than all that the last claims have seen. A queue that is searched
     * from an earlier turn is not locked: a worker that claims it may be waiting for a delivery that the caller has locked.
     */
    void searchFromStart(long chatId, Instant turn) {
        database.update(
                "update delivery_lanes set notices_from = null, others_from = null where chat_id = ?"
                        + " and (notices_from > ? or others_from > ?)",
                chatId,
                turn,
                turn);
    }

    /** Makes the queue due at once after failures. */
    void resume(long chatId) {
        database.update("update delivery_lanes set failures = 0, due_at = now() where chat_id = ?", chatId);
    }

    /** How many attempts have failed in a row. */
    int failures(long chatId) {
        return (int) database.number("select coalesce(max(failures), 0) from delivery_lanes where chat_id = ?", chatId);
    }

    /** A time that the database gave in seconds; not negative. */
    static Duration duration(double seconds) {
        return Duration.ofMillis(Math.max(0, (long) Math.ceil(seconds * 1000)));
    }
}
