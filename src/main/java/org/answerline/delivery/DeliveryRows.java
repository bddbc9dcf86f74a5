package org.answerline.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerline.delivery.message.MessageKind;
import org.answerline.platform.database.JdbcClient;

/** The SQL of the outbox for the owner: what waits, what failed, a test message, and a second attempt. Joins the caller's transaction. */
@ApplicationScoped
public class DeliveryRows {

    /** What waits for one chat. */
    public record Waiting(long chatId, long count, Instant oldest, int failures) {}

    /** One delivery that ended without arriving; its message is "-" when it belongs to none. */
    public record Failed(long id, long chatId, String message, Instant at, String reason) {}

    /**
     * What waits for all chats.
     *
     * @param seconds the age of the oldest; 0 when nothing waits
     */
    public record Backlog(long count, double seconds) {}

    /** Whether a delivery was sent, and if not, why. */
    public record Outcome(boolean isSent, String failure) {}

    /** In a chat that has not got the earlier parts these are needed too. What waits again is as old as the owner's wish. */
    private static final String RETRY =
            """
            update deliveries d set state = 'WAITING', created_at = now(), finished_at = null, failure = null, unknown_outcomes = 0,
              unlisted_refusals = 0, chat_id = p.chat_id, telegram_message_id = null,
              telegram_message_ids = case when d.chat_id = p.chat_id then d.telegram_message_ids end,
              reply_to_message_id = case when d.chat_id = p.chat_id then d.reply_to_message_id end
            from unnest(?, ?) as p (key, chat_id)
            where d.purpose = '%s' and %s and d.support_message_id = any (?)
            and (d.state = 'GAVE_UP' or (d.state = 'SENT' and d.chat_id <> p.chat_id))
            """;

    /** The others change messages that have arrived: the owner cannot send them again, and nobody misses them. */
    private static final String MESSAGES = "purpose not in ('RECEIPT', 'EDIT', 'TOPIC_ICON')";

    private final JdbcClient database;

    /** For the CDI proxy. */
    protected DeliveryRows() {
        this(null);
    }

    /** In this database. */
    @Inject
    public DeliveryRows(JdbcClient database) {
        this.database = database;
    }

    /** What waits, by chat, the oldest first. */
    public List<Waiting> waiting() {
        return database.list(
                row -> new Waiting(
                        row.getLong(1), row.getLong(2), row.getTimestamp(3).toInstant(), row.getInt(4)),
                """
                select d.chat_id, count(*), min(d.created_at), coalesce(max(l.failures), 0)
                from deliveries d left join delivery_lanes l on l.chat_id = d.chat_id
                where d.state = 'WAITING' group by d.chat_id order by 3
                """);
    }

    /** What Telegram refused for good, the oldest first; without marks, icons and edits, whose failure has no consequences. */
    public List<Failed> failed() {
        return database.list(
                DeliveryRows::failed,
                """
                select id, chat_id, coalesce(support_message_id::text, '-'), finished_at, coalesce(failure, '')
                from deliveries where state = 'GAVE_UP' and %s order by finished_at, id
                """
                        .formatted(MESSAGES));
    }

    private static Failed failed(ResultSet row) throws SQLException {
        return new Failed(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getTimestamp(4).toInstant(),
                row.getString(5));
    }

    /** How much waits and since when. */
    public Backlog backlog() {
        return database.first(
                        row -> new Backlog(row.getLong(1), row.getDouble(2)),
                        "select count(*), coalesce(extract(epoch from now() - min(created_at)), 0)"
                                + " from deliveries where state = 'WAITING'")
                .orElseThrow();
    }

    /**
     * Since when the oldest delivery waits for a chat to which nothing has been sent for this long, if it has waited longer itself. A
     * long queue that is being sent at the pace that Telegram allows is none.
     */
    public Optional<Instant> stuckSince(Duration limit) {
        return database.first(
                row -> row.getTimestamp(1).toInstant(),
                """
                        with late as (
                          select chat_id, min(created_at) as oldest from deliveries where state = 'WAITING' group by chat_id
                          having min(created_at) < now() - ? * interval '1 second')
                        select oldest from late where not exists (
                          select from deliveries sent where sent.chat_id = late.chat_id and sent.state = 'SENT'
                          and sent.finished_at > now() - ? * interval '1 second')
                        order by oldest limit 1
                        """,
                limit.toSeconds(),
                limit.toSeconds());
    }

    /** How many messages Telegram refused for good in the last 24 hours; without marks, icons and edits. */
    public long countFailedOfLastDay() {
        return database.number(
                "select count(*) from deliveries where state = 'GAVE_UP' and finished_at > now() - interval '1 day' and "
                        + MESSAGES);
    }

    /**
     * Queues one message of one part.
     *
     * @return the id of the delivery
     */
    public long add(long chatId, MessageKind kind, String text) {
        return database.first(
                        row -> row.getLong(1),
                        "insert into deliveries (chat_id, purpose, part, parts, text, state, created_at)"
                                + " values (?, ?, 1, 1, ?, 'WAITING', now()) returning id",
                        chatId,
                        kind.name(),
                        text)
                .orElseThrow();
    }

    /** What became of a delivery; empty while it waits. */
    public Optional<Outcome> outcome(long id) {
        return database.first(
                row -> new Outcome(row.getString(1).equals("SENT"), row.getString(2)),
                "select state, failure from deliveries where id = ? and state <> 'WAITING'",
                id);
    }

    /**
     * The messages of which a part has failed.
     *
     * @param ids the deliveries that are meant; all when empty
     */
    public List<Long> failedMessages(Collection<Long> ids) {
        return database.list(
                row -> row.getLong(1),
                "select distinct support_message_id from deliveries where state = 'GAVE_UP'"
                        + " and purpose in ('NOTICE', 'ANSWER') and support_message_id is not null"
                        + " and (? or id = any (?))",
                ids.isEmpty(),
                ids);
    }

    /** The chats that the notices about these messages were addressed to. */
    public List<Long> noticeChats(Collection<Long> messageIds) {
        return database.list(
                row -> row.getLong(1),
                "select distinct chat_id from deliveries where purpose = 'NOTICE' and support_message_id = any (?)",
                messageIds);
    }

    /**
     * Queues again what failed of the answers to users, and for a chat that has not got them also the parts that were sent elsewhere.
     *
     * @param chats the chat of the user by message
     * @return how many deliveries wait again
     */
    public int retryAnswers(Map<Long, Long> chats) {
        List<Long> messageIds = List.copyOf(chats.keySet());
        return database.update(
                RETRY.formatted("ANSWER", "p.key = d.support_message_id"),
                messageIds,
                messageIds.stream().map(chats::get).toList(),
                messageIds);
    }

    /**
     * Queues again what failed of the notices about these messages, as {@link #retryAnswers} does for answers.
     *
     * @param chats the operators' chat of now by the chat that a notice was addressed to
     * @return how many deliveries wait again
     */
    public int retryNotices(Collection<Long> messageIds, Map<Long, Long> chats) {
        List<Long> former = List.copyOf(chats.keySet());
        return database.update(
                RETRY.formatted("NOTICE", "p.key = d.chat_id"),
                former,
                former.stream().map(chats::get).toList(),
                messageIds);
    }
}
