package org.answerline.delivery.message;

import java.time.Instant;
import java.util.List;

/** The result of a delivery; fired as a CDI event inside the transaction that records it. */
public sealed interface DeliveryEvent {

    /**
     * Telegram accepted a part of a message.
     *
     * @param botId the id of the bot that sent it; a message_id is unique only for a bot and a chat
     * @param messageIds the message_ids: one, or one for each file of an album
     * @param offset its start in the Telegram message, in UTF-16 units; not 0 when several were sent together
     * @param first whether it is the first part of its message
     * @param last whether the whole message has arrived now
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
            implements DeliveryEvent {

        /** Whether the Telegram message shows other messages too; it begins with a heading then. */
        public boolean isJoined() {
            return offset > 0;
        }
    }

    /** A message and its further parts will not be delivered; the reason is Telegram's. */
    record GaveUp(MessageKind purpose, long chatId, Long supportMessageId, String reason) implements DeliveryEvent {}

    /**
     * Telegram did not change a message of the bot: somebody has deleted it, or the bot may not write there.
     *
     * @param messageId its message_id
     * @param aboutMessageId the support message that it shows, or that it is about
     * @param reason Telegram's
     * @param isGone whether the reason is that the message is not there any more
     */
    record EditRefused(long chatId, long messageId, long aboutMessageId, String reason, boolean isGone)
            implements DeliveryEvent {}

    /**
     * A file was given up; the rest of its message is still sent.
     *
     * @param attachmentId the id of the file
     * @param uncertain whether it may have arrived, because Telegram gave no clear answer several times
     * @param end the state of the message after this
     */
    record FileRefused(
            MessageKind purpose, Long supportMessageId, String attachmentId, String reason, boolean uncertain, End end)
            implements DeliveryEvent {}

    /** Telegram did not copy the message that was to follow the last part of this one; the parts before it have arrived. */
    record CopyRefused(MessageKind purpose, Long supportMessageId, String reason) implements DeliveryEvent {}

    /** The state of a message after one of its files was given up. */
    enum End {
        /** Further parts still have to be sent. */
        NOT_YET,
        /** All other parts have arrived. */
        REST_ARRIVED,
        /** No part has arrived. */
        NOTHING_ARRIVED
    }

    /** Telegram did not delete messages of the bot, or the topic, of a user who was erased; the reason is Telegram's. */
    record NotErased(long chatId, String reason) implements DeliveryEvent {}

    /**
     * Telegram did not delete messages of the bot that show a message which was withdrawn or has become shorter.
     *
     * @param messageIds their message_ids
     * @param aboutMessageId the support message that they show
     * @param reason Telegram's
     * @param isGone whether the reason is that they are not there any more
     */
    record DeletionRefused(long chatId, List<Long> messageIds, long aboutMessageId, String reason, boolean isGone)
            implements DeliveryEvent {}

    /** A message of several notices shows, until it is changed, one whose user was erased while it was being sent. */
    record ErasedInJoined(long chatId, long messageId) implements DeliveryEvent {}

    /** A group became a supergroup; waiting messages now wait for the new chat. */
    record ChatMoved(long oldChatId, long newChatId) implements DeliveryEvent {}

    /**
     * A topic did not get another icon, and this delivery is not tried again.
     *
     * @param isRateLimited whether Telegram asked to wait; otherwise it refused the icon, or gave no clear answer
     */
    record TopicIconDropped(long chatId, long threadId, boolean isRateLimited) implements DeliveryEvent {}

    /** A user's topic in the operators' forum was deleted, and this is a new one. */
    record TopicReplaced(long chatId, long userId) implements DeliveryEvent {}

    /** Telegram accepts the bot's token again, which it had refused since this time. */
    record TokenAccepted(Instant refusedSince) implements DeliveryEvent {}
}
