package org.answerline.conversation.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.answerline.platform.database.JdbcClient;
import org.answerline.platform.erasure.ConversationMover;

/** The SQL of messages that the server and the command line share. Joins the caller's transaction. */
@ApplicationScoped
public class MessageRows implements ConversationMover {

    /** A message as a JSON object without its files, for its user; the earlier texts of an answer, which its operator has taken back, are not in it. */
    public record ExportedMessage(long id, String json) {}

    /** A message that could not be delivered. */
    public record FailedMessage(long id, long userId, boolean isFromOperator) {}

    /** What waits in the outbox, or for a file to be downloaded first, is kept until it is sent or given up. */
    private static final String WAITING = "(delivery = 'WAITING' or exists (select 1 from deliveries d"
            + " where d.support_message_id = support_messages.id and d.finished_at is null))";

    private final JdbcClient database;

    /** For the CDI proxy. */
    protected MessageRows() {
        this(null);
    }

    /** In this database. */
    @Inject
    public MessageRows(JdbcClient database) {
        this.database = database;
    }

    /** The ids of all messages of a user's conversation, of both sides. */
    public List<Long> idsOf(long userId) {
        return database.list(row -> row.getLong(1), "select id from support_messages where user_id = ?", userId);
    }

    /** When the newest message of a user's conversation was written, by either side. */
    public Optional<Instant> newestOf(long userId) {
        return database.first(
                        row -> row.getTimestamp(1),
                        "select created_at from support_messages where user_id = ? order by id desc limit 1",
                        userId)
                .map(Timestamp::toInstant);
    }

    @Override
    public void moveConversation(long fromUser, long toUser) {
        database.update("update support_messages set user_id = ? where user_id = ?", toUser, fromUser);
    }

    /** The numbers of a user's questions, in their order. */
    public List<Long> numbersOf(long userId) {
        return database.list(
                row -> row.getLong(1),
                "select question_number from support_messages where user_id = ? and not is_from_admin order by 1",
                userId);
    }

    /** The Telegram chats that a user has written from. */
    public List<Long> chatsOf(long userId) {
        return database.list(
                row -> row.getLong(1),
                "select distinct origin_chat_id from support_messages"
                        + " where user_id = ? and not is_from_admin and origin_chat_id is not null",
                userId);
    }

    /** The first messages of a user after this id, in their order. */
    public List<ExportedMessage> exported(long userId, long after, int most) {
        return database.list(
                row -> new ExportedMessage(row.getLong(1), row.getString(2)),
                """
                select id, json_build_object('number', question_number, 'from', case when is_from_admin then 'support' else 'you' end,
                  'written_in', lower(source), 'subject', subject, 'text', text, 'text_entities', cast(entities as json),
                  'in_reply_to', quote, 'operator', operator_name, 'created_at', created_at, 'state', lower(delivery), 'changed_at', changed_at,
                  'earlier_texts', case when not is_from_admin then (select coalesce(json_agg(json_build_object('text', v.text,
                    'text_entities', cast(v.entities as json), 'replaced_at', v.replaced_at) order by v.id), '[]')
                    from message_versions v where v.support_message_id = support_messages.id) end)::text
                from support_messages where user_id = ? and id > ? order by id limit ?
                """,
                userId,
                after,
                most);
    }

    /**
     * Deletes the oldest messages from before this time that wait for nothing, and what foreign keys delete with them. Leaves out those that
     * another transaction has locked.
     *
     * @return how many were deleted, at most so many
     */
    public int deleteBefore(Instant limit, int most) {
        return database.update(
                "delete from support_messages where id in (select id from support_messages where created_at < ? and not "
                        + WAITING + " order by id limit ? for update skip locked)",
                limit,
                most);
    }

    /** How many messages from before this time still wait to be sent. */
    public long countWaitingBefore(Instant limit) {
        return database.number("select count(*) from support_messages where created_at < ? and " + WAITING, limit);
    }

    /** Those of these messages whose delivery has failed, locked, in the order of their ids. */
    public List<FailedMessage> lockedFailed(Collection<Long> ids) {
        return database.list(
                MessageRows::failed,
                "select id, user_id, is_from_admin from support_messages where delivery = 'FAILED' and id = any (?)"
                        + " order by id for update",
                ids);
    }

    /** Those of these messages whose delivery has failed wait to be delivered again. */
    public void markWaiting(Collection<Long> ids) {
        database.update(
                "update support_messages set delivery = 'WAITING', delivery_failure = null, changed_at = now()"
                        + " where delivery = 'FAILED' and id = any (?)",
                ids);
    }

    private static FailedMessage failed(ResultSet row) throws SQLException {
        return new FailedMessage(row.getLong(1), row.getLong(2), row.getBoolean(3));
    }
}
