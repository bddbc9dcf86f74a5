package org.answerline.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.answerline.delivery.message.MessageKind;
import org.answerline.delivery.topic.TopicRows;
import org.answerline.platform.database.JdbcClient;
import org.answerline.platform.erasure.ConversationMover;
import org.answerline.platform.erasure.ErasedUser;
import org.answerline.platform.erasure.UserDataEraser;

/** The SQL, shared by the server and the command line, of what the outbox keeps of one user. Joins the caller's transaction. */
@ApplicationScoped
public class UserDeliveries implements UserDataEraser, ConversationMover {

    /**
     * A message of the bot in Telegram.
     *
     * @param isRecent whether it was sent after the time that was asked about
     */
    public record SentMessage(long chatId, long messageId, boolean isRecent) {}

    /**
     * One part of a message that Telegram has accepted.
     *
     * @param messageIds its Telegram messages, in their order; several for an album
     */
    public record SentPart(long deliveryId, long chatId, List<Long> messageIds, Instant sentAt) {}

    private static final String FORGET =
            "update deliveries set purpose = 'WORD', about_message_id = support_message_id, support_message_id = null";

    /**
     * A message of the bot itself, about no single message, that refers to one of these messages, as each line of a list does. One that refers
     * to no message counts if it contains the name: in a list, the name may be the beginning of somebody else's. Only chats with notices are
     * searched for the name, because they are the operators'. What {@link #forgetSent} has made of a notice is about its message, and may stand
     * in one Telegram message with the questions of others.
     */
    private static final String NAMES =
            """
            purpose = 'WORD' and about_message_id is null and (
              exists (select 1 from regexp_matches(entities, '#support-message-([0-9]{1,18})"', 'g') r where r[1]::bigint = any (?))
              or (text ~ cast(? as text) and coalesce(entities, '') !~ '#support-message-'
                and chat_id in (select n.chat_id from deliveries n where n.purpose = 'NOTICE')))
            """;

    private final JdbcClient database;

    /** For the CDI proxy. */
    protected UserDeliveries() {
        this(null);
    }

    /** In this database. */
    @Inject
    public UserDeliveries(JdbcClient database) {
        this.database = database;
    }

    /** What waits goes to the topic of the other user. */
    @Override
    public void moveConversation(long fromUser, long toUser) {
        database.update(
                "update deliveries set topic_user_id = ? where topic_user_id = ? and state = 'WAITING'",
                toUser,
                fromUser);
    }

    /** The chats that answers among these messages were addressed to. */
    public List<Long> answeredChats(Collection<Long> messageIds) {
        return database.list(
                row -> row.getLong(1),
                "select distinct chat_id from deliveries where purpose = 'ANSWER' and support_message_id = any (?)",
                messageIds);
    }

    /** What was sent of these messages, about them, and to these chats. */
    public List<SentMessage> sent(Collection<Long> messageIds, Collection<Long> chatIds, Instant recent) {
        return database.list(
                row -> new SentMessage(row.getLong(1), row.getLong(2), row.getBoolean(3)),
                """
                select d.chat_id, one.message_id::bigint, max(coalesce(d.finished_at, d.created_at)) > ?
                from deliveries d cross join unnest(string_to_array(
                  coalesce(d.telegram_message_ids, d.telegram_message_id::text), ',')) as one (message_id)
                where d.purpose in ('NOTICE', 'ANSWER', 'WORD') and (d.support_message_id = any (?)
                  or d.about_message_id = any (?) or d.chat_id = any (?))
                group by 1, 2
                """,
                recent,
                messageIds,
                messageIds,
                chatIds);
    }

    /** What the bot itself has sent that names a user or refers to the user's messages, besides what is about one of them. */
    public List<SentMessage> naming(ErasedUser user, Instant recent) {
        return database.list(
                row -> new SentMessage(row.getLong(1), row.getLong(2), row.getBoolean(3)),
                """
                select d.chat_id, one.message_id::bigint, max(coalesce(d.finished_at, d.created_at)) > ?
                from (select * from deliveries where %s) d cross join unnest(string_to_array(
                  coalesce(d.telegram_message_ids, d.telegram_message_id::text), ',')) as one (message_id)
                group by 1, 2
                """
                        .formatted(NAMES),
                recent,
                user.messages(),
                user.namePattern().orElse(null));
    }

    /** The parts of a message that Telegram has accepted, in their order. */
    public List<SentPart> sentParts(long supportMessageId, MessageKind kind) {
        return parts(supportMessageId, kind, "state = 'SENT'");
    }

    /** The same, including what has arrived of parts whose other files still wait. */
    public List<SentPart> arrivedParts(long supportMessageId, MessageKind kind) {
        return parts(supportMessageId, kind, "true");
    }

    private List<SentPart> parts(long supportMessageId, MessageKind kind, String condition) {
        return database.list(
                row -> new SentPart(
                        row.getLong(1),
                        row.getLong(2),
                        Stream.of(row.getString(3).split(","))
                                .map(Long::valueOf)
                                .toList(),
                        row.getObject(4, OffsetDateTime.class).toInstant()),
                """
                select id, chat_id, coalesce(telegram_message_ids, telegram_message_id::text), coalesce(finished_at, created_at)
                from deliveries where support_message_id = ? and purpose = ? and %s
                  and coalesce(telegram_message_ids, telegram_message_id::text) is not null order by id
                """
                        .formatted(condition),
                supportMessageId,
                kind.name());
    }

    /**
     * What was sent of a message is no part of it any more, and the changes of it that wait and were not tried are deleted. It is still
     * {@link #sent} about the message, so that it is deleted in Telegram when the message is erased.
     */
    public void forgetSent(long supportMessageId, MessageKind kind) {
        deleteWaitingEditsAbout(supportMessageId);
        database.update(
                FORGET + " where support_message_id = ? and purpose = ? and state = 'SENT'",
                supportMessageId,
                kind.name());
    }

    /** The same for one part of a message, which is deleted in Telegram and may be sent again by a later change. */
    public void forgetPart(long deliveryId) {
        database.update(FORGET + " where id = ?", deliveryId);
    }

    /** Takes back {@link #forgetPart} for the parts of a message that Telegram has not deleted. */
    public void rememberParts(long supportMessageId, MessageKind kind, long chatId, Collection<Long> messageIds) {
        database.update(
                """
                update deliveries set purpose = ?, support_message_id = about_message_id, about_message_id = null
                where about_message_id = ? and purpose = 'WORD' and state = 'SENT' and chat_id = ?
                and string_to_array(coalesce(telegram_message_ids, telegram_message_id::text), ',')::bigint[] && ?::bigint[]
                """,
                kind.name(),
                supportMessageId,
                chatId,
                messageIds);
    }

    /** Deletes the changes of a message that wait and were not tried. */
    public void deleteWaitingEditsAbout(long supportMessageId) {
        database.update(
                "delete from deliveries where about_message_id = ? and state = 'WAITING' and purpose = 'EDIT' and attempts = 0",
                supportMessageId);
    }

    /** The support messages about which changes of Telegram messages wait for a chat. */
    public Set<Long> waitingEdits(long chatId) {
        return Set.copyOf(database.list(
                row -> row.getLong(1),
                """
                select distinct about_message_id from deliveries
                where chat_id = ? and state = 'WAITING' and purpose = 'EDIT' and about_message_id is not null
                """,
                chatId));
    }

    /** Deletes the changes of a message that wait for a chat, even if they were tried. */
    public void deleteWaitingEditsAbout(long supportMessageId, long chatId) {
        database.update(
                "delete from deliveries where about_message_id = ? and chat_id = ? and state = 'WAITING' and purpose = 'EDIT'",
                supportMessageId,
                chatId);
    }

    /** Deletes the changes of a Telegram message that wait and were not tried: the next one replaces them. */
    public void deleteWaitingEdits(long chatId, long messageId) {
        database.update(
                "delete from deliveries where chat_id = ? and state = 'WAITING' and purpose = 'EDIT' and attempts = 0"
                        + " and reply_to_message_id = ?",
                chatId,
                messageId);
    }

    /** Deletes before the messages are deleted: in this order the dispatcher locks them. */
    @Override
    public void erase(ErasedUser user) {
        database.update(
                "delete from deliveries where " + NAMES,
                user.messages(),
                user.namePattern().orElse(null));
        database.update("delete from deliveries where support_message_id = any (?)", user.messages());
        if (!user.email().isEmpty()) {
            database.update("delete from deliveries where purpose = 'WORD' and text ~* ?", user.addressPattern());
        }
        database.update("delete from deliveries where chat_id = any (?)", user.chats());
        database.update("delete from delivery_lanes where chat_id = any (?) and carrier is null", user.chats());
        new TopicRows(database).remove(user.id()).forEach(topic -> new DeliveryRows(database)
                .add(topic.chatId(), MessageKind.TOPIC_ERASURE, Long.toString(topic.threadId())));
    }
}
