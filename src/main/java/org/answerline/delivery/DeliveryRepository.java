package org.answerline.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.answerline.delivery.message.CopiedMessage;
import org.answerline.delivery.message.Delivery;
import org.answerline.delivery.message.DeliveryContent;
import org.answerline.delivery.message.MessageKind;
import org.answerline.delivery.message.OutboxMessage;
import org.answerline.delivery.message.OutboxPart;
import org.answerline.platform.database.JdbcClient;

/** The SQL of the outbox's deliveries (table {@code deliveries}). Joins the caller's transaction. */
@ApplicationScoped
class DeliveryRepository {

    @Inject
    private JdbcClient database;

    /** Inserts the parts of a message one by one, because ids tell the order. */
    void add(OutboxMessage message, Instant now, String traceparent) {
        for (int part = 1; part <= message.parts().size(); part++) {
            OutboxPart content = message.parts().get(part - 1);
            database.update(
                    """
                    insert into deliveries (chat_id, purpose, support_message_id, about_message_id, part, parts, text, entities,
                      files, copy_chat_id, copy_message_id, reply_markup, frame, reply_to_message_id, topic_user_id, not_before,
                      state, created_at, traceparent)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', ?, ?)
                    """,
                    message.chatId(),
                    message.purpose().name(),
                    message.supportMessageId(),
                    message.aboutMessageId(),
                    part,
                    message.parts().size(),
                    content.text().text(),
                    content.text().entities(),
                    content.files().isEmpty() ? null : String.join(",", content.files()),
                    content.copied().map(CopiedMessage::chatId).orElse(null),
                    content.copied().map(CopiedMessage::messageId).orElse(null),
                    content.keyboard(),
                    content.isFrame(),
                    part == 1 ? message.replyToMessageId() : null,
                    message.topicUserId(),
                    message.hold().isZero() ? null : now.plus(message.hold()),
                    now,
                    traceparent);
        }
    }

    /**
     * The delivery, locked, if it still waits: it is gone when its user was erased, and ended when another worker took over. What is
     * changed of it is stored by {@link #save}.
     */
    Optional<Delivery> findWaiting(long id) {
        return database.first(
                Delivery::new, "select * from deliveries where id = ? and finished_at is null for update", id);
    }

    /**
     * Counts one more attempt of notices that are sent along with another one.
     *
     * @return the ids of those that nobody else has locked to change or delete them
     */
    Set<Long> countAttempts(Collection<Long> ids) {
        return Set.copyOf(database.list(
                row -> row.getLong(1),
                """
                update deliveries d set attempts = d.attempts + 1
                from (select id from deliveries where id = any (?) and finished_at is null for update skip locked) free
                where d.id = free.id returning d.id
                """,
                ids));
    }

    /** The topic of a delivery was created instead of sending it, so that it counts as not tried. */
    void uncountAttempt(long id) {
        database.update("update deliveries set attempts = attempts - 1 where id = ? and attempts > 0", id);
    }

    /** From now on a delivery goes to the topic of this user, and replies to nothing, because that may be in another topic. */
    void changeTopic(long id, long userId) {
        database.update("update deliveries set topic_user_id = ?, reply_to_message_id = null where id = ?", userId, id);
    }

    /** Whether anything waits for a chat. */
    boolean isAnyWaiting(long chatId) {
        return database.first(
                        row -> true, "select 1 from deliveries where chat_id = ? and state = 'WAITING' limit 1", chatId)
                .isPresent();
    }

    /** Whether any of these deliveries exists, in whatever state. */
    boolean existsAny(Collection<Long> ids) {
        return database.first(row -> true, "select 1 from deliveries where id = any (?) limit 1", ids)
                .isPresent();
    }

    /** Those of these deliveries that exist, in whatever state. */
    Set<Long> existing(Collection<Long> ids) {
        return Set.copyOf(database.list(row -> row.getLong(1), "select id from deliveries where id = any (?)", ids));
    }

    /** Stores what has changed of a delivery. */
    void save(Delivery delivery) {
        DeliveryContent content = delivery.content();
        database.update(
                """
                update deliveries set state = ?, finished_at = ?, failure = ?, telegram_message_ids = ?, text = ?, entities = ?,
                  reply_markup = ?, reply_to_message_id = ?, alone = ?, files = ?, unknown_outcomes = ?, unlisted_refusals = ?
                where id = ?
                """,
                delivery.state().name(),
                delivery.finishedAt(),
                delivery.failure(),
                delivery.telegramMessageIds(),
                content.text().text(),
                content.text().entities(),
                content.keyboard(),
                content.replyToMessageId(),
                content.isAlone(),
                content.fileList(),
                delivery.faults().unknownOutcomes(),
                delivery.faults().unlistedRefusals(),
                delivery.id());
    }

    /** The first of the notices that wait for a chat, in the order of their turns. */
    List<Delivery> waitingNotices(long chatId, int most) {
        return database.list(
                Delivery::new,
                """
                select * from deliveries where chat_id = ? and state = 'WAITING' and purpose = 'NOTICE'
                order by turn, id limit ?
                """,
                chatId,
                most);
    }

    /** How many questions wait for a chat: a long one has several parts, and our own hints do not count. */
    long waitingQuestions(long chatId) {
        return database.number(
                """
                select count(distinct support_message_id) from deliveries
                where chat_id = ? and state = 'WAITING' and purpose = 'NOTICE'
                """,
                chatId);
    }

    /** The parts of this delivery's message that still wait for the same chat, locked. */
    List<Delivery> waitingParts(Delivery first) {
        return database.list(
                Delivery::new,
                """
                select * from deliveries where support_message_id = ? and chat_id = ? and purpose = ? and finished_at is null
                order by id for update
                """,
                first.supportMessageId(),
                first.chatId(),
                first.purpose().name());
    }

    /** Whether anything that its sender wrote or sent has arrived of this delivery's message in its chat. */
    boolean hasArrived(Delivery one) {
        return database.first(
                        row -> true,
                        """
                        select 1 from deliveries where support_message_id = ? and chat_id = ? and purpose = ?
                        and telegram_message_ids is not null and (files is not null or not frame) limit 1
                        """,
                        one.supportMessageId(),
                        one.chatId(),
                        one.purpose().name())
                .isPresent();
    }

    /** Deletes what waits of this kind for a chat; returns the support messages it belonged to. */
    Set<Long> recall(long chatId, MessageKind purpose) {
        return database
                .list(
                        row -> row.getLong(1),
                        """
                        delete from deliveries where chat_id = ? and purpose = ? and state = 'WAITING'
                        returning support_message_id
                        """,
                        chatId,
                        purpose.name())
                .stream()
                .collect(Collectors.toSet());
    }

    /** What still waits of a message, locked, so that no worker claims it meanwhile; waits for a worker that is claiming or recording it. */
    List<Delivery> lockedWaiting(long supportMessageId, MessageKind purpose) {
        return database.list(
                Delivery::new,
                """
                select * from deliveries where support_message_id = ? and purpose = ? and finished_at is null
                order by id for update
                """,
                supportMessageId,
                purpose.name());
    }

    /** Whether a part of a message has arrived, and is still a part of it. */
    boolean isAnySent(long supportMessageId, MessageKind purpose) {
        return database.first(
                        row -> true,
                        "select 1 from deliveries where support_message_id = ? and purpose = ? and state = 'SENT' limit 1",
                        supportMessageId,
                        purpose.name())
                .isPresent();
    }

    /**
     * Ends the deliveries of a message that were not sent, so that nothing more of it is sent. A delivery whose files are sent one by one
     * and of which some have arrived ends as sent with those; any other is deleted.
     *
     * @param withTried whether to end also what waits and was tried, which may be on its way
     */
    void endUnsent(long supportMessageId, MessageKind purpose, boolean withTried, Instant now) {
        String unsent = " where support_message_id = ? and purpose = ? and state <> 'SENT'"
                + " and (state = 'GAVE_UP' or attempts = 0 or ?)";
        database.update(
                "update deliveries set state = 'SENT', finished_at = coalesce(finished_at, ?)" + unsent
                        + " and telegram_message_ids is not null",
                now,
                supportMessageId,
                purpose.name(),
                withTried);
        database.update("delete from deliveries" + unsent, supportMessageId, purpose.name(), withTried);
    }

    /** The turn of a delivery in the queue of its chat. */
    Optional<Instant> turnOf(long id) {
        return database.first(row -> row.getTimestamp(1).toInstant(), "select turn from deliveries where id = ?", id);
    }

    /** Gives what waits of a message another turn; returns the chats that it waits for. */
    Set<Long> changeTurn(Instant turn, long supportMessageId, MessageKind purpose) {
        return database
                .list(
                        row -> row.getLong(1),
                        "update deliveries set turn = ? where support_message_id = ? and purpose = ? and state = 'WAITING'"
                                + " returning chat_id",
                        turn,
                        supportMessageId,
                        purpose.name())
                .stream()
                .collect(Collectors.toSet());
    }

    /** Deletes a delivery; returns whether it was there. */
    boolean remove(long id) {
        return database.update("delete from deliveries where id = ?", id) == 1;
    }

    void deleteFailed(long supportMessageId, MessageKind purpose) {
        database.update(
                "delete from deliveries where support_message_id = ? and purpose = ? and state = 'GAVE_UP'",
                supportMessageId,
                purpose.name());
    }

    void deleteFinishedBefore(Instant limit) {
        database.update("delete from deliveries where state <> 'WAITING' and finished_at < ?", limit);
    }
}
