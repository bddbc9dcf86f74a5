package org.answerline.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.answerline.delivery.send.SendRateLimits;

/**
 * The SQL of the queues, one for each chat (table {@code delivery_lanes}). A queue has one worker at a time, which keeps the order of
 * each chat on any number of nodes.
 *
 * <p>All times are the database's, because the nodes' clocks differ. A worker that dies loses its queues when its lease ends.
 */
@ApplicationScoped
class ChatQueues {

    static final Duration LEASE = Duration.ofSeconds(10);

    /** Chats given as a parameter. */
    private static final String CHATS = "unnest(cast(string_to_array(?%d, ',') as bigint[])) as w (chat_id)";

    @PersistenceContext
    private EntityManager entities;

    /**
     * The next chats that something waits for, in the order of their ids, and whether each has a queue already.
     *
     * <p>Goes from chat to chat along the index: the cost grows with the chats asked for, neither with all chats that wait nor with the
     * messages that wait in each.
     */
    Map<Long, Boolean> waiting(long after, int most) {
        List<?> rows = entities.createNativeQuery(
                        """
                        with recursive waiting (chat_id, place) as (
                          (select chat_id, 1 from deliveries where state = 'WAITING' and chat_id > ?1
                           order by chat_id limit 1)
                          union all
                          select (select d.chat_id from deliveries d where d.state = 'WAITING' and d.chat_id > w.chat_id
                                  order by d.chat_id limit 1), w.place + 1
                          from waiting w where w.chat_id is not null and w.place < ?2)
                        select w.chat_id, l.chat_id is not null from waiting w
                        left join delivery_lanes l on l.chat_id = w.chat_id
                        where w.chat_id is not null order by w.place
                        """)
                .setParameter(1, after)
                .setParameter(2, most)
                .getResultList();
        Map<Long, Boolean> chats = new LinkedHashMap<>();
        rows.stream()
                .map(Object[].class::cast)
                .forEach(row -> chats.put(((Number) row[0]).longValue(), (Boolean) row[1]));
        return chats;
    }

    /** Creates the queues of chats; another node may do so at the same instant. */
    void create(Collection<Long> chatIds) {
        entities.createNativeQuery("insert into delivery_lanes (chat_id, due_at) select chat_id, now() from "
                        + CHATS.formatted(1) + " on conflict do nothing")
                .setParameter(1, list(chatIds))
                .executeUpdate();
    }

    /** Claims up to so many of these queues that are due and that no worker has. */
    @SuppressWarnings("unchecked")
    List<Long> claim(String worker, Collection<Long> chatIds, int most) {
        return entities.createNativeQuery(
                        """
                        with free as (
                          select l.chat_id from delivery_lanes l join %s on w.chat_id = l.chat_id
                          where l.due_at <= now() and (l.leased_until is null or l.leased_until < now())
                          and not exists (
                            select 1 from deliveries d where d.not_before > now() and d.id = %s)
                          order by l.due_at limit ?1 for update of l skip locked)
                        update delivery_lanes set carrier = ?2, leased_until = now() + ?3 * interval '1 second'
                        where chat_id in (select chat_id from free) returning chat_id
                        """
                                .formatted(CHATS.formatted(4), DeliveryRepository.HEAD.formatted("l.chat_id")))
                .setParameter(1, most)
                .setParameter(2, worker)
                .setParameter(3, LEASE.toSeconds())
                .setParameter(4, list(chatIds))
                .getResultList();
    }

    /** Keeps the queues that this worker has from being claimed by others. */
    void renew(String worker, Collection<Long> claimed) {
        entities.createNativeQuery(
                        """
                        update delivery_lanes set leased_until = now() + ?2 * interval '1 second'
                        where carrier = ?1 and chat_id = any (cast(string_to_array(?3, ',') as bigint[]))
                        """)
                .setParameter(1, worker)
                .setParameter(2, LEASE.toSeconds())
                .setParameter(3, list(claimed))
                .executeUpdate();
    }

    /**
     * Releases the queue after messages were sent, not to be claimed before the rate limit of the chat allows the next.
     *
     * @param messages how many: an album counts by its files
     * @return how long until then
     */
    Duration releaseAfterSending(long chatId, String worker, SendRateLimits.Limit limit, int messages) {
        if (limit.isNone()) {
            release(chatId, worker, Duration.ZERO, "0");
            return Duration.ZERO;
        }
        List<?> waits = entities.createNativeQuery(
                        """
                        update delivery_lanes set carrier = null, leased_until = null, failures = 0,
                          recent = (array_fill(now(), array[cast(?5 as integer)]) || recent)[1 : ?3 ],
                          due_at = coalesce((array_fill(now(), array[cast(?5 as integer)]) || recent)[ ?3 ]
                                            + ?4 * interval '1 second', now())
                        where chat_id = ?1 and carrier = ?2 returning extract(epoch from due_at - now())
                        """)
                .setParameter(1, chatId)
                .setParameter(2, worker)
                .setParameter(3, limit.messages())
                .setParameter(4, limit.seconds())
                .setParameter(5, messages)
                .getResultList();
        return waits.stream().map(ChatQueues::duration).findFirst().orElse(Duration.ZERO);
    }

    /** Releases the queue; no effect if the worker has released it already. */
    void release(long chatId, String worker, Duration wait) {
        release(chatId, worker, wait, "failures");
    }

    /** Releases the queue after one more failure in a row. */
    void releaseAfterFailure(long chatId, String worker, Duration wait) {
        release(chatId, worker, wait, "failures + 1");
    }

    /** How long until the first of these queues is due; at most so long. */
    Duration nextDue(Collection<Long> chatIds, Duration most) {
        Object seconds = entities.createNativeQuery(
                        """
                        select extract(epoch from min(greatest(l.due_at, (
                          select d.not_before from deliveries d where d.id = %s))) - now())
                        from delivery_lanes l join %s on w.chat_id = l.chat_id where l.carrier is null
                        """
                                .formatted(DeliveryRepository.HEAD.formatted("l.chat_id"), CHATS.formatted(1)))
                .setParameter(1, list(chatIds))
                .getSingleResult();
        Duration next = seconds == null ? most : duration(seconds);
        return next.compareTo(most) < 0 ? next : most;
    }

    private static Duration duration(Object seconds) {
        return Duration.ofMillis(Math.max(0, (long) Math.ceil(((Number) seconds).doubleValue() * 1000)));
    }

    /** Removes the queue of a chat that has no deliveries, so that no trace of the chat is left. */
    void removeUnused(long chatId) {
        entities.createNativeQuery(
                        """
                        delete from delivery_lanes where chat_id = ?1 and carrier is null
                        and not exists (select 1 from deliveries where chat_id = ?1)
                        """)
                .setParameter(1, chatId)
                .executeUpdate();
    }

    /** Removes the queues of chats that nothing waits for, for longer than any rate limit looks back; the next message creates a new one. */
    void removeIdle() {
        entities.createNativeQuery(
                        """
                        delete from delivery_lanes l where l.due_at < now() - interval '10 minutes'
                        and (l.leased_until is null or l.leased_until < now() - interval '10 minutes')
                        and not exists (select 1 from deliveries d where d.chat_id = l.chat_id and d.state = 'WAITING')
                        """)
                .executeUpdate();
    }

    /** Makes the queue due at once after failures. */
    void resume(long chatId) {
        entities.createNativeQuery("update delivery_lanes set failures = 0, due_at = now() where chat_id = ?1")
                .setParameter(1, chatId)
                .executeUpdate();
    }

    /** How many attempts have failed in a row. */
    int failures(long chatId) {
        return ((Number) entities.createNativeQuery(
                                "select coalesce(max(failures), 0) from delivery_lanes where chat_id = ?1")
                        .setParameter(1, chatId)
                        .getSingleResult())
                .intValue();
    }

    /** Chat ids as PostgreSQL's string_to_array reads them: a parameter every JPA provider can bind. */
    static String list(Collection<Long> chatIds) {
        return chatIds.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private void release(long chatId, String worker, Duration wait, String failures) {
        entities.createNativeQuery(
                        "update delivery_lanes set carrier = null, leased_until = null, failures = " + failures
                                + ", due_at = now() + ?3 * interval '1 millisecond' where chat_id = ?1 and carrier = ?2")
                .setParameter(1, chatId)
                .setParameter(2, worker)
                .setParameter(3, wait.toMillis())
                .executeUpdate();
    }
}
