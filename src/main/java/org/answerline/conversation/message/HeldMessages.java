package org.answerline.conversation.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.answerline.platform.database.JdbcClient;

/** Finds the messages that are stored and not on their way: answers without a chat, and questions of users whom support has blocked. */
@ApplicationScoped
public class HeldMessages {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private JdbcClient database;

    /** Answers that the user's Telegram has not got and nothing is on its way with, oldest first; locked, so that they leave once. */
    public List<SupportMessage> missed(long userId) {
        return entities.createQuery(
                        """
                        select m from SupportMessage m where m.userId = :user and m.fromAdmin = true
                        and m.delivery in (org.answerline.conversation.message.DeliveryState.HELD,
                                           org.answerline.conversation.message.DeliveryState.FAILED) order by m.id
                        """,
                        SupportMessage.class)
                .setParameter("user", userId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** A user's own messages that are kept back while support has blocked the user, the oldest first. */
    public List<SupportMessage> keptBack(long userId) {
        return entities.createQuery(
                        """
                        select m from SupportMessage m where m.userId = :user and m.fromAdmin = false
                        and m.delivery = org.answerline.conversation.message.DeliveryState.HELD order by m.id
                        """,
                        SupportMessage.class)
                .setParameter("user", userId)
                .getResultList();
    }

    /** Users of whom something is kept back, without these. */
    public List<Long> usersWithKeptBack(List<Long> except, int most) {
        return database.list(
                row -> row.getLong(1),
                """
                select distinct user_id from support_messages
                where not is_from_admin and delivery = 'HELD' and user_id <> all (?) limit ?
                """,
                except,
                most);
    }

    /**
     * Answers held although their users' chats can be written to, the oldest first: held before the chat was linked, or since it can be
     * written to without a break. Those between, from while the user blocked the bot, are offered to the user.
     */
    @SuppressWarnings("unchecked")
    public List<SupportMessage> overdueHeld(int most) {
        return entities.createNativeQuery(
                        """
                        select m.* from support_messages m join user_telegram_links l on l.user_id = m.user_id
                        where m.is_from_admin and m.delivery = 'HELD'
                        and l.telegram_chat_id is not null and l.blocked_at is null
                        and (m.created_at < l.linked_at or m.created_at >= coalesce(l.writable_since, l.linked_at))
                        order by m.id limit ?1
                        """,
                        SupportMessage.class)
                .setParameter(1, most)
                .getResultList();
    }
}
