package org.answerline.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.answerline.delivery.message.Delivery;
import org.answerline.delivery.message.MessageKind;

/** The SQL of the outbox's deliveries (table {@code deliveries}). */
@ApplicationScoped
class DeliveryRepository {

    /** The id of the delivery that is sent next to a chat: users' questions before our own hints, which must not delay them; each in the order of its turn. */
    static final String HEAD =
            """
            coalesce(
              (select n.id from deliveries n
               where n.chat_id = %1$s and n.state = 'WAITING' and n.purpose = 'NOTICE' order by n.turn, n.id limit 1),
              (select h.id from deliveries h
               where h.chat_id = %1$s and h.state = 'WAITING' order by h.turn, h.id limit 1))
            """;

    @PersistenceContext
    private EntityManager entities;

    /** Inserts at once: the id, which tells the order, comes with the insert, and EclipseLink would insert several in any order. */
    void add(Delivery delivery) {
        entities.persist(delivery);
        entities.flush();
    }

    Delivery find(long id) {
        return entities.find(Delivery.class, id);
    }

    /** The delivery if it still waits: it is gone when its user was erased, and ended when another worker took over. */
    Optional<Delivery> findWaiting(long id) {
        return Optional.ofNullable(find(id)).filter(Delivery::isWaiting);
    }

    /** The delivery of each of these chats that is sent next, counted as attempted. */
    @SuppressWarnings("unchecked")
    List<Delivery> takeHeads(List<Long> chatIds) {
        return entities.createNativeQuery(
                        """
                        update deliveries set attempts = attempts + 1
                        where id in (
                          select %s
                          from unnest(cast(string_to_array(?1, ',') as bigint[])) as c (chat_id))
                        returning *
                        """
                                .formatted(HEAD.formatted("c.chat_id")),
                        Delivery.class)
                .setParameter(1, ChatQueues.list(chatIds))
                .getResultList();
    }

    /** The first of the notices that wait for a chat, in the order of their turns. */
    @SuppressWarnings("unchecked")
    List<Delivery> waitingNotices(long chatId, int most) {
        return entities.createNativeQuery(
                        """
                        select * from deliveries where chat_id = ?1 and state = 'WAITING' and purpose = 'NOTICE'
                        order by turn, id limit ?2
                        """,
                        Delivery.class)
                .setParameter(1, chatId)
                .setParameter(2, most)
                .getResultList();
    }

    /** How many questions wait for a chat: a long one has several parts, and our own hints do not count. */
    long waitingQuestions(long chatId) {
        return entities.createQuery(
                        """
                        select count(distinct d.supportMessageId) from Delivery d where d.chatId = :chat
                        and d.purpose = org.answerline.delivery.message.MessageKind.NOTICE
                        and d.state = org.answerline.delivery.message.Delivery.State.WAITING
                        """,
                        Long.class)
                .setParameter("chat", chatId)
                .getSingleResult();
    }

    /** The parts of this delivery's message that still wait for the same chat. */
    List<Delivery> waitingParts(Delivery first) {
        return entities.createQuery(
                        """
                        select d from Delivery d where d.supportMessageId = :message and d.chatId = :chat
                        and d.purpose = :purpose and d.state = org.answerline.delivery.message.Delivery.State.WAITING
                        """,
                        Delivery.class)
                .setParameter("message", first.supportMessageId())
                .setParameter("chat", first.chatId())
                .setParameter("purpose", first.purpose())
                .getResultList();
    }

    /** Whether anything that its sender wrote or sent has arrived of this delivery's message in its chat. */
    boolean hasArrived(Delivery one) {
        Object arrived = entities.createNativeQuery(
                        """
                        select exists (select 1 from deliveries where support_message_id = ?1 and chat_id = ?2 and purpose = ?3
                        and telegram_message_ids is not null and (files is not null or not frame))
                        """)
                .setParameter(1, one.supportMessageId())
                .setParameter(2, one.chatId())
                .setParameter(3, one.purpose().name())
                .getSingleResult();
        return (Boolean) arrived;
    }

    /** Deletes what waits of this kind for a chat; returns the support messages it belonged to. */
    Set<Long> recall(long chatId, MessageKind purpose) {
        List<?> messages = entities.createNativeQuery(
                        """
                        delete from deliveries where chat_id = ?1 and purpose = ?2 and state = 'WAITING'
                        returning support_message_id
                        """)
                .setParameter(1, chatId)
                .setParameter(2, purpose.name())
                .getResultList();
        return messages.stream().map(id -> ((Number) id).longValue()).collect(Collectors.toSet());
    }

    /** What still waits of a message, locked, so that no worker claims it meanwhile. */
    List<Delivery> lockedWaiting(long supportMessageId, MessageKind purpose) {
        return entities.createQuery(
                        """
                        select d from Delivery d where d.supportMessageId = :message and d.purpose = :purpose
                        and d.state = org.answerline.delivery.message.Delivery.State.WAITING
                        """,
                        Delivery.class)
                .setParameter("message", supportMessageId)
                .setParameter("purpose", purpose)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** Writes changes now, for statements that read them. */
    void flush() {
        entities.flush();
    }

    void remove(Delivery delivery) {
        entities.remove(delivery);
    }

    /** Message ids mean other messages in the new chat: deletions keep the old chat, and reactions are dropped. */
    int redirect(long oldChatId, long newChatId) {
        entities.createNativeQuery(
                        "delete from deliveries where chat_id = ?1 and state = 'WAITING' and purpose = 'RECEIPT'")
                .setParameter(1, oldChatId)
                .executeUpdate();
        return entities.createNativeQuery(
                        "update deliveries set chat_id = ?2, reply_to_message_id = null where chat_id = ?1 and state = 'WAITING'"
                                + " and purpose <> 'ERASURE'")
                .setParameter(1, oldChatId)
                .setParameter(2, newChatId)
                .executeUpdate();
    }

    void deleteFailed(long supportMessageId, MessageKind purpose) {
        entities.createNativeQuery(
                        "delete from deliveries where support_message_id = ?1 and purpose = ?2 and state = 'GAVE_UP'")
                .setParameter(1, supportMessageId)
                .setParameter(2, purpose.name())
                .executeUpdate();
    }

    int deleteFinishedBefore(Instant limit) {
        return entities.createNativeQuery("delete from deliveries where state <> 'WAITING' and finished_at < ?1")
                .setParameter(1, Timestamp.from(limit))
                .executeUpdate();
    }
}
