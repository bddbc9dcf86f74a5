package org.answerline.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** The stored messages, and which Telegram messages of ours stand for them in the operator's chat. */
@ApplicationScoped
class SupportMessages {

    @PersistenceContext
    private EntityManager entities;

    void add(SupportMessage message) {
        entities.persist(message);
    }

    Optional<SupportMessage> find(long id) {
        return Optional.ofNullable(entities.find(SupportMessage.class, id));
    }

    /** A user's newest messages older than a cursor, newest first. */
    List<SupportMessage> newest(long userId, long before, int most) {
        return entities.createQuery(
                        "select m from SupportMessage m where m.userId = :user and m.id < :before order by m.id desc",
                        SupportMessage.class)
                .setParameter("user", userId)
                .setParameter("before", before)
                .setMaxResults(most)
                .getResultList();
    }

    /** Answers that wait for the user to link Telegram, oldest first. */
    List<SupportMessage> held(long userId) {
        return entities.createQuery(
                        """
                        select m from SupportMessage m where m.userId = :user
                        and m.delivery = org.answerline.conversation.DeliveryState.HELD order by m.id
                        """,
                        SupportMessage.class)
                .setParameter("user", userId)
                .getResultList();
    }

    Optional<SupportMessage> writtenAs(TelegramOrigin origin) {
        return entities.createQuery(
                        "select m from SupportMessage m where m.originChatId = :chat and m.originMessageId = :message",
                        SupportMessage.class)
                .setParameter("chat", origin.chatId())
                .setParameter("message", origin.messageId())
                .getResultStream()
                .findFirst();
    }

    /** Remembers that a Telegram message in the operator's chat stands for a support message. */
    void addNotice(long chatId, long messageId, long supportMessageId) {
        entities.createNativeQuery(
                        """
                        insert into operator_notices (chat_id, message_id, support_message_id) values (?1, ?2, ?3)
                        on conflict (chat_id, message_id) do update set support_message_id = excluded.support_message_id
                        """)
                .setParameter(1, chatId)
                .setParameter(2, messageId)
                .setParameter(3, supportMessageId)
                .executeUpdate();
    }

    /** The support message that a Telegram message in the operator's chat stands for. */
    @SuppressWarnings("unchecked")
    Optional<SupportMessage> noticedAs(long chatId, long messageId) {
        List<SupportMessage> found = entities.createNativeQuery(
                        """
                        select m.* from operator_notices n join support_messages m on m.id = n.support_message_id
                        where n.chat_id = ?1 and n.message_id = ?2
                        """,
                        SupportMessage.class)
                .setParameter(1, chatId)
                .setParameter(2, messageId)
                .getResultList();
        return found.stream().findFirst();
    }
}
