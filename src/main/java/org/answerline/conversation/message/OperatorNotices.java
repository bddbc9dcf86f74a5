package org.answerline.conversation.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Which Telegram messages in the operators' chat stand for which support messages, so that a Reply finds its conversation. */
@ApplicationScoped
public class OperatorNotices {

    @PersistenceContext
    private EntityManager entities;

    /** Whether a Telegram message in the operators' chat stands for more than one support message. */
    public boolean isShared(TelegramMessageRef notice) {
        return entities.createQuery(
                                "select count(distinct n.key.supportMessageId) from OperatorNotice n"
                                        + " where n.key.chatId = :chat and n.key.messageId = :message",
                                Long.class)
                        .setParameter("chat", notice.chatId())
                        .setParameter("message", notice.messageId())
                        .getSingleResult()
                > 1;
    }

    /**
     * The support messages that a Telegram message in the operator's chat stands for, in the order of its text.
     *
     * <p>Reads ahead whom they are from and who has the conversation: who asks for that next finds it in the persistence context, without a round trip.
     */
    public List<RepliedToMessage.Place> placesIn(long botId, long chatId, long messageId) {
        return entities.createQuery(
                        """
                        select n, m, u, l, c from OperatorNotice n
                        left join SupportMessage m on m.id = n.key.supportMessageId
                        left join User u on u.id = m.userId left join UserTelegramLink l on l.userId = m.userId
                        left join Conversation c on c.userId = m.userId
                        where n.key.botId = :bot and n.key.chatId = :chat and n.key.messageId = :message
                        order by n.fromOffset
                        """,
                        Object[].class)
                .setParameter("bot", botId)
                .setParameter("chat", chatId)
                .setParameter("message", messageId)
                .getResultStream()
                .map(row -> ((OperatorNotice) row[0]).place())
                .toList();
    }
}
