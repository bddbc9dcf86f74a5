package org.answerline.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.answerline.delivery.message.DeliveryEvent;
import org.answerline.delivery.message.MessageKind;
import org.answerline.platform.database.JdbcClient;

/** Lets what waits for one chat wait for another: the supergroup that a group became, or the operators' chat that the owner has named instead. */
@ApplicationScoped
public class ChatRedirect {

    /**
     * How long nothing is sent to a supergroup after its group was upgraded. A transaction that runs during the upgrade may still put its
     * message into the old chat, where Telegram refuses it; the message is redirected in this time and keeps its place in the order.
     */
    private static final Duration AFTER_UPGRADE = Duration.ofSeconds(2);

    @Inject
    private JdbcClient database;

    @Inject
    private DeliveryRepository deliveries;

    @Inject
    private ChatQueues chatQueues;

    @Inject
    private Event<DeliveryEvent> reports;

    @Inject
    private Event<Outbox.Filled> filled;

    /** A group became a supergroup: everything that waits for the old chat waits for the new one. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void upgraded(long oldChatId, long newChatId) {
        // First of all, so that a transaction that creates this queue too waits for the end of this one.
        chatQueues.create(List.of(newChatId), AFTER_UPGRADE);
        redirectAll(oldChatId, newChatId);
        reports.fire(new DeliveryEvent.ChatMoved(oldChatId, newChatId));
        filled.fire(Outbox.Filled.again(newChatId));
    }

    /**
     * Message ids mean other messages in the new chat: reactions and icons are dropped. Edits and deletions keep the old chat. Telegram
     * refuses them there, and the refusal makes a new notice with the new text or is reported.
     */
    private void redirectAll(long oldChatId, long newChatId) {
        database.update(
                "delete from deliveries where chat_id = ? and state = 'WAITING' and purpose in ('RECEIPT', 'TOPIC_ICON')",
                oldChatId);
        database.update(
                """
                update deliveries set chat_id = ?, reply_to_message_id = null
                where chat_id = ? and state = 'WAITING' and purpose not in ('EDIT', 'ERASURE', 'TOPIC_ERASURE')
                """,
                newChatId,
                oldChatId);
    }

    /** The chats other than this one that questions wait for. */
    @Transactional
    public List<Long> otherChatsOfQuestions(long operatorChatId) {
        return database.list(
                row -> row.getLong(1),
                """
                select chat_id from deliveries where state = 'WAITING' and purpose = 'NOTICE' and chat_id < ?
                union select chat_id from deliveries where state = 'WAITING' and purpose = 'NOTICE' and chat_id > ?
                """,
                operatorChatId,
                operatorChatId);
    }

    /**
     * The owner has named another operators' chat: questions that wait for the former one, and what was queued for it before, wait for the
     * present one and keep their order. While a worker has the queue, nothing is done.
     *
     * @param until the bot's own messages that were queued later are meant for the former chat
     * @return how many messages now wait for the present chat
     */
    @Transactional
    public int moveWaiting(long formerChatId, long presentChatId, Instant until) {
        if (!deliveries.isAnyWaiting(formerChatId) || !chatQueues.lockFree(formerChatId)) {
            return 0;
        }
        int moved = redirectUnlocked(formerChatId, presentChatId, until);
        if (moved > 0) {
            filled.fire(Outbox.Filled.again(presentChatId));
        }
        return moved;
    }

    /**
     * Redirects all but what another transaction has locked. What arrived of a message in the former chat, and the refusals, do not count
     * in the other one. All of it gets earlier turns than the questions that wait there already, because a user's first question may be
     * in the one chat and the second in the other.
     */
    private int redirectUnlocked(long formerChatId, long presentChatId, Instant until) {
        String those =
                """
                 where id in (select id from deliveries where chat_id = ? and state = 'WAITING'
                   and (purpose = ? or (purpose = any (?) and created_at < ?)) for update skip locked)
                """;
        database.update(
                "delete from deliveries" + those,
                formerChatId,
                MessageKind.TOPIC_ICON.name(),
                List.of(MessageKind.RECEIPT.name()),
                until);
        return database.update(
                """
                update deliveries set chat_id = ?, reply_to_message_id = null, telegram_message_ids = null,
                  unknown_outcomes = 0, unlisted_refusals = 0,
                  turn = turn - greatest(interval '0', coalesce(
                    (select max(turn) from deliveries where chat_id = ? and state = 'WAITING' and purpose = 'NOTICE')
                    - (select min(turn) - interval '1 millisecond' from deliveries
                       where chat_id = ? and state = 'WAITING' and purpose = 'NOTICE'), interval '0'))
                """
                        + those,
                presentChatId,
                formerChatId,
                presentChatId,
                formerChatId,
                MessageKind.NOTICE.name(),
                List.of(MessageKind.WORD.name()),
                until);
    }
}
