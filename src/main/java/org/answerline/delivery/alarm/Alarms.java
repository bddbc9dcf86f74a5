package org.answerline.delivery.alarm;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.answerline.platform.database.JdbcClient;

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

    @Inject
    private JdbcClient database;

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

    /** Whether nothing has reached a chat for a minute and messages wait until somebody fixes the cause; may be some seconds old. */
    public boolean isOutOfReach(long chatId) {
        return closing(chatId).filter(Alarm::lasting).isPresent();
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
        database.update(
                """
                insert into delivery_alarms (chat_id, since, seen_at, reason) values (?, now(), 'infinity', ?)
                on conflict (chat_id) do update set seen_at = excluded.seen_at
                """,
                chatId,
                reason);
    }

    /** The bot was added to this chat again. */
    @Transactional(Transactional.TxType.REQUIRED)
    public void botAdded(long chatId) {
        database.update("delete from delivery_alarms where chat_id = ?", chatId);
    }

    /**
     * Raises or renews the alarm after a failed attempt.
     *
     * @param pause the time until the next attempt, if it is longer than usual
     */
    public void raise(long chatId, String reason, Duration pause) {
        database.update(
                """
                insert into delivery_alarms (chat_id, since, seen_at, reason) values (?, now(), now() + ? * interval '1 second', ?)
                on conflict (chat_id) do update
                set seen_at = greatest(delivery_alarms.seen_at, excluded.seen_at), reason = excluded.reason
                """,
                chatId,
                pause.toSeconds(),
                reason);
    }

    /**
     * Ends the alarms of this chat, because a message arrived there.
     *
     * @return the time since which the token was refused, if it was
     */
    public Optional<Instant> lift(long chatId) {
        List<Alarm> lifted = database.list(
                Alarms::alarm,
                "delete from delivery_alarms where chat_id in (?, ?) returning chat_id, since, false, reason",
                chatId,
                Alarm.ALL_CHATS);
        return lifted.stream().filter(Alarm::isTokenRefused).map(Alarm::since).findFirst();
    }

    private List<Alarm> inForce() {
        return database.list(
                Alarms::alarm,
                """
                select chat_id, since, since < now() - interval '1 minute', reason from delivery_alarms
                where seen_at > now() - interval '2 minutes' order by chat_id <> 0
                """);
    }

    private static Alarm alarm(ResultSet row) throws SQLException {
        return new Alarm(row.getLong(1), row.getTimestamp(2).toInstant(), row.getBoolean(3), row.getString(4));
    }
}
