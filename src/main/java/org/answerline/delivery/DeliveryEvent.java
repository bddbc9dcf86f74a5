package org.answerline.delivery;

import java.time.Instant;
import java.util.List;

/** What became of a delivery; fired as an event inside the transaction that records it. */
public sealed interface DeliveryEvent {

    /**
     * Telegram took a part of a message.
     *
     * @param botId the bot that sent it; a message_id is unique only for a bot and a chat
     * @param messageIds its message ids: one, or one for each file of an album
     * @param offset where it begins in the Telegram message, in UTF-16 units; not 0 when several were sent together
     * @param first whether its message begins with it
     * @param last whether all of its message has arrived now
     */
    record Sent(
            MessageKind purpose,
            long botId,
            long chatId,
            List<Long> messageIds,
            int offset,
            Long supportMessageId,
            boolean first,
            boolean last)
            implements DeliveryEvent {}

    /** A message will not be delivered (nor its further parts); the reason is Telegram's. */
    record GaveUp(MessageKind purpose, long chatId, Long supportMessageId, String reason) implements DeliveryEvent {}

    /**
     * A file is given up; the rest of its message goes on.
     *
     * @param attachmentId the file
     * @param uncertain whether it may have arrived: Telegram gave no clear answer, several times
     * @param end what that makes of the message
     */
    record FileRefused(
            MessageKind purpose, Long supportMessageId, String attachmentId, String reason, boolean uncertain, End end)
            implements DeliveryEvent {}

    /** What becomes of a message when a file of it is given up. */
    enum End {
        /** More of it is still to leave. */
        NOT_YET,
        /** All that is left has arrived. */
        REST_ARRIVED,
        /** Nothing of it has arrived. */
        NOTHING_ARRIVED
    }

    /** Telegram did not delete messages of ours that should be erased; the reason is Telegram's. */
    record NotErased(long chatId, String reason) implements DeliveryEvent {}

    /** A group became a supergroup; what waited for it waits for the new chat now. */
    record ChatMoved(long oldChatId, long newChatId) implements DeliveryEvent {}

    /** Telegram takes the bot's token again, which it had refused since then. */
    record TokenAccepted(Instant refusedSince) implements DeliveryEvent {}
}
