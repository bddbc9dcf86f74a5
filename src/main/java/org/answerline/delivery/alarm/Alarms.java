package org.answerline.delivery.alarm;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The alarms of all nodes, raised by messages that could not be sent.
 *
 * <p>They are in the database, because the node that serves a page may not be the one that tried to send. An alarm that no attempt has
 * renewed for a while is over: attempts are at most half a minute apart.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class Alarms {

    /** How long the result of {@link #closing} is cached, so that pages do not query the database for it. */
    private static final Duration FRESH = Duration.ofSeconds(3);

    private record Look(long at, List<Alarm> alarms) {}

    @PersistenceContext
    private EntityManager entities;

    private volatile Look last;

    /** The alarm that stops messages to a chat, a refused token first; may be some seconds old. */
    public Optional<Alarm> closing(long chatId) {
        Look look = last;
        if (look == null || System.nanoTime() - look.at() > FRESH.toNanos()) {
            look = new Look(System.nanoTime(), inForce());
            last = look;
        }
        return look.alarms().stream()
                .filter(alarm -> alarm.isTokenRefused() || alarm.chatId() == chatId)
                .findFirst();
    }

    /** The alarm that stops messages to a chat and has lasted a minute; not cached. */
    public Optional<Alarm> lasting(long chatId) {
        return inForce().stream()
                .filter(alarm -> alarm.isTokenRefused() || alarm.chatId() == chatId)
                .filter(Alarm::lasting)
                .findFirst();
    }

    /** The bot was removed from this chat: raises an alarm until it is added again or a message arrives, even if nothing is sent. */
    @Transactional(Transactional.TxType.REQUIRED)
    public void botRemoved(long chatId, String reason) {
        entities.createNativeQuery(
                        """
                        insert into delivery_alarms (chat_id, since, seen_at, reason) values (?1, now(), 'infinity', ?2)
                        on conflict (chat_id) do update set seen_at = excluded.seen_at
                        """)
                .setParameter(1, chatId)
                .setParameter(2, reason)
                .executeUpdate();
    }

    /** The bot was added to this chat again. */
    @Transactional(Transactional.TxType.REQUIRED)
    public void botAdded(long chatId) {
        entities.createNativeQuery("delete from delivery_alarms where chat_id = ?1")
                .setParameter(1, chatId)
                .executeUpdate();
    }

    /**
     * Raises or renews the alarm after a failed attempt.
     *
     * @param pause the time until the next attempt, if it is longer than usual
     */
    public void raise(long chatId, String reason, Duration pause) {
        entities.createNativeQuery(
                        """
                        insert into delivery_alarms (chat_id, since, seen_at, reason) values (?1, now(), now() + ?3 * interval '1 second', ?2)
                        on conflict (chat_id) do update
                        set seen_at = greatest(delivery_alarms.seen_at, excluded.seen_at), reason = excluded.reason
                        """)
                .setParameter(1, chatId)
                .setParameter(2, reason)
                .setParameter(3, pause.toSeconds())
                .executeUpdate();
    }

    /**
     * Ends the alarms of this chat, because a message arrived there.
     *
     * @return the time since which the token was refused, if it was
     */
    public Optional<Instant> lift(long chatId) {
        List<?> lifted = entities.createNativeQuery(
                        "delete from delivery_alarms where chat_id in (?1, ?2) returning chat_id, "
                                + milliseconds("since"))
                .setParameter(1, chatId)
                .setParameter(2, Alarm.ALL_CHATS)
                .getResultList();
        return lifted.stream()
                .map(Object[].class::cast)
                .filter(row -> number(row[0]) == Alarm.ALL_CHATS)
                .map(row -> Instant.ofEpochMilli(number(row[1])))
                .findFirst();
    }

    private List<Alarm> inForce() {
        List<?> rows = entities.createNativeQuery("select chat_id, " + milliseconds("since")
                        + ", since < now() - interval '1 minute', reason from delivery_alarms"
                        + " where seen_at > now() - interval '2 minutes' order by chat_id <> 0")
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Alarm(
                        number(row[0]), Instant.ofEpochMilli(number(row[1])), (Boolean) row[2], (String) row[3]))
                .toList();
    }

    private static String milliseconds(String column) {
        return "cast(extract(epoch from " + column + ") * 1000 as bigint)";
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
