package org.answerline.operations.commands;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.answerline.conversation.message.MessageRows;
import org.answerline.conversation.message.MessageRows.FailedMessage;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.delivery.DeliveryRows;
import org.answerline.linking.TelegramLinkRows;
import org.answerline.platform.database.JdbcClient;
import org.answerline.platform.database.KeyValueStore;
import org.answerline.platform.database.NodeEvents;
import org.answerline.site.live.LiveUpdates;

/**
 * Has failed messages sent again, to the chat where they belong now.
 *
 * <p>Reactions and hints are not repeated, nor what has been sent since in another way, as by /missed.
 */
final class OutboxRetry {

    private OutboxRetry() {}

    /**
     * Queues again, in the transaction of this client.
     *
     * @param ids the deliveries that are meant; all when empty
     * @return how many deliveries wait again
     */
    static int retry(JdbcClient database, List<Long> ids) {
        DeliveryRows outbox = new DeliveryRows(database);
        MessageRows messages = new MessageRows(database);
        // Locked before anything else, as /missed does, so that only one of both sends it.
        List<FailedMessage> failed = messages.lockedFailed(outbox.failedMessages(ids));
        Map<Long, Long> chats = new TelegramLinkRows(database)
                .chatsOf(failed.stream().map(FailedMessage::userId).toList());
        List<FailedMessage> taken = failed.stream()
                .filter(message -> !message.isFromOperator() || chats.containsKey(message.userId()))
                .toList();
        List<Long> messageIds = taken.stream().map(FailedMessage::id).toList();
        messages.markWaiting(messageIds);
        Map<Long, Long> chatsOfAnswers = taken.stream()
                .filter(message -> chats.containsKey(message.userId()))
                .collect(Collectors.toMap(FailedMessage::id, message -> chats.get(message.userId())));
        int answers = outbox.retryAnswers(chatsOfAnswers);
        int notices = outbox.retryNotices(messageIds, operatorChats(database, outbox.noticeChats(messageIds)));
        tellPages(database, taken);
        return answers + notices;
    }

    /** Where the operators are now, by the chat where they were. */
    private static Map<Long, Long> operatorChats(JdbcClient database, List<Long> former) {
        KeyValueStore facts = new KeyValueStore(database);
        return former.stream()
                .collect(Collectors.toMap(chat -> chat, chat -> facts.value(OperatorChat.movedToName(chat))
                        .map(Long::valueOf)
                        .orElse(chat)));
    }

    /** Open pages of these users look again once this has committed. */
    private static void tellPages(JdbcClient database, List<FailedMessage> messages) {
        messages.stream()
                .map(FailedMessage::userId)
                .distinct()
                .forEach(user -> database.first(
                        row -> true, "select pg_notify(?, ?)", NodeEvents.CHANNEL, LiveUpdates.USER + user));
    }
}
