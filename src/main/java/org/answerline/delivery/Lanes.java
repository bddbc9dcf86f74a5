package org.answerline.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One lane a chat, with one carrier at a time, which is what keeps the order of a chat on any number of nodes.
 *
 * <p>All times are the database's, because the nodes' clocks differ. A carrier that dies loses its lanes when its lease runs out.
 */
@ApplicationScoped
class Lanes {

    static final Duration LEASE = Duration.ofSeconds(10);

    /** Walks the index from chat to chat: its cost grows with the chats that wait, not with what waits in each. */
    private static final String WAITING_CHATS =
            """
            with recursive waiting (chat_id) as (
              (select chat_id from deliveries where state = 'WAITING' order by chat_id limit 1)
              union all
              select (select d.chat_id from deliveries d where d.state = 'WAITING' and d.chat_id > w.chat_id
                      order by d.chat_id limit 1)
              from waiting w where w.chat_id is not null)
            """;

    @PersistenceContext
    private EntityManager entities;

    /**
     * Takes up to so many lanes that have something to send, are due, and are nobody's.
     *
     * @param inHand lanes this carrier still works on, which it must not take twice even when their lease ran out
     */
    @SuppressWarnings("unchecked")
    List<Long> claim(String carrier, Collection<Long> inHand, int most) {
        entities.createNativeQuery(
                        "insert into delivery_lanes (chat_id, due_at) "
                                + WAITING_CHATS
                                + """
                                select chat_id, now() from waiting w where chat_id is not null
                                and not exists (select 1 from delivery_lanes l where l.chat_id = w.chat_id)
                                on conflict do nothing
                                """)
                .executeUpdate();
        return entities.createNativeQuery(
                        WAITING_CHATS
                                + """
                        , free as (
                          select l.chat_id from delivery_lanes l join waiting w on w.chat_id = l.chat_id
                          where l.due_at <= now() and (l.leased_until is null or l.leased_until < now())
                          and not exists (
                            select 1 from deliveries d where d.not_before > now() and d.id = (
                              select min(h.id) from deliveries h where h.chat_id = l.chat_id and h.state = 'WAITING'))
                          and l.chat_id <> all (cast(string_to_array(?4, ',') as bigint[]))
                          order by l.due_at limit ?1 for update of l skip locked)
                        update delivery_lanes set carrier = ?2, leased_until = now() + ?3 * interval '1 second'
                        where chat_id in (select chat_id from free) returning chat_id
                        """)
                .setParameter(1, most)
                .setParameter(2, carrier)
                .setParameter(3, LEASE.toSeconds())
                .setParameter(4, list(inHand))
                .getResultList();
    }

    /** Keeps what is in hand from being taken by others. */
    void renew(String carrier, Collection<Long> inHand) {
        entities.createNativeQuery(
                        """
                        update delivery_lanes set leased_until = now() + ?2 * interval '1 second'
                        where carrier = ?1 and chat_id = any (cast(string_to_array(?3, ',') as bigint[]))
                        """)
                .setParameter(1, carrier)
                .setParameter(2, LEASE.toSeconds())
                .setParameter(3, list(inHand))
                .executeUpdate();
    }

    /**
     * Gives the lane back after messages left, not to be taken before the chat's pace allows the next.
     *
     * @param messages how many: an album counts by its files
     */
    void leave(long chatId, String carrier, Pace.Limit limit, int messages) {
        if (limit.isNone()) {
            release(chatId, carrier, Duration.ZERO, "0");
            return;
        }
        entities.createNativeQuery(
                        """
                        update delivery_lanes set carrier = null, leased_until = null, failures = 0,
                          recent = (array_fill(now(), array[cast(?5 as integer)]) || recent)[1 : ?3 ],
                          due_at = coalesce((array_fill(now(), array[cast(?5 as integer)]) || recent)[ ?3 ]
                                            + ?4 * interval '1 second', now())
                        where chat_id = ?1 and carrier = ?2
                        """)
                .setParameter(1, chatId)
                .setParameter(2, carrier)
                .setParameter(3, limit.messages())
                .setParameter(4, limit.seconds())
                .setParameter(5, messages)
                .executeUpdate();
    }

    /** Gives the lane back as it was. */
    void putBack(long chatId, String carrier) {
        release(chatId, carrier, Duration.ZERO, "failures");
    }

    /** Gives the lane back after a failure, not to be taken before the wait is over. */
    void rest(long chatId, String carrier, Duration wait) {
        release(chatId, carrier, wait, "failures + 1");
    }

    /**
     * How many messages may leave now over all chats; locks, so that the nodes ask one after the other.
     *
     * @return the number, at most {@code most}
     */
    int allowance(Pace.Limit total, int most) {
        if (total.isNone()) {
            return most;
        }
        Object recent = entities.createNativeQuery(
                        """
                        select (select count(*) from unnest(recent) as at where at > now() - ?1 * interval '1 second')
                        from delivery_pace for update
                        """)
                .setParameter(1, total.seconds())
                .getSingleResult();
        return Math.min(most, Math.max(0, total.messages() - ((Number) recent).intValue()));
    }

    /** Notes that so many messages leave now. */
    void spend(Pace.Limit total, int messages) {
        if (total.isNone() || messages == 0) {
            return;
        }
        entities.createNativeQuery(
                        "update delivery_pace set recent = (array_fill(now(), array[cast(?1 as integer)]) || recent)[1 : ?2 ]")
                .setParameter(1, messages)
                .setParameter(2, total.messages())
                .executeUpdate();
    }

    /** How long until a lane that has something to send is due, at most so long. */
    Duration nextDue(Duration most) {
        Object seconds = entities.createNativeQuery(
                        WAITING_CHATS
                                + """
                        select extract(epoch from min(greatest(l.due_at, (
                          select d.not_before from deliveries d where d.chat_id = l.chat_id and d.state = 'WAITING'
                          order by d.id limit 1))) - now())
                        from delivery_lanes l
                        join waiting w on w.chat_id = l.chat_id where l.carrier is null
                        """)
                .getSingleResult();
        if (seconds == null) {
            return most;
        }
        long millis = Math.max(0, (long) Math.ceil(((Number) seconds).doubleValue() * 1000));
        return millis < most.toMillis() ? Duration.ofMillis(millis) : most;
    }

    /** Nothing remembers a chat that nothing was sent to and nothing waits for. */
    void forgetUnused(long chatId) {
        entities.createNativeQuery(
                        """
                        delete from delivery_lanes where chat_id = ?1 and carrier is null
                        and not exists (select 1 from deliveries where chat_id = ?1)
                        """)
                .setParameter(1, chatId)
                .executeUpdate();
    }

    void resume(long chatId) {
        entities.createNativeQuery("update delivery_lanes set failures = 0, due_at = now() where chat_id = ?1")
                .setParameter(1, chatId)
                .executeUpdate();
    }

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

    private void release(long chatId, String carrier, Duration wait, String failures) {
        entities.createNativeQuery(
                        "update delivery_lanes set carrier = null, leased_until = null, failures = " + failures
                                + ", due_at = now() + ?3 * interval '1 millisecond' where chat_id = ?1 and carrier = ?2")
                .setParameter(1, chatId)
                .setParameter(2, carrier)
                .setParameter(3, wait.toMillis())
                .executeUpdate();
    }
}
