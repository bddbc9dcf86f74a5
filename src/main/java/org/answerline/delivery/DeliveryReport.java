package org.answerline.delivery;

import java.time.Instant;

/** What became of a delivery; fired as an event inside the transaction that records it. */
public sealed interface DeliveryReport {

    /**
     * Telegram took a part of a message.
     *
     * @param botId the bot that sent it; a message_id is unique only for a bot and a chat
     * @param offset where it begins in the Telegram message, in UTF-16 units; not 0 when several were sent together
     */
    record Sent(
            Purpose purpose,
            long botId,
            long chatId,
            long messageId,
            int offset,
            Long supportMessageId,
            int part,
            int parts)
            implements DeliveryReport {}

    /** A message will not be delivered (nor its further parts); the reason is Telegram's. */
    record GaveUp(Purpose purpose, long chatId, Long supportMessageId, String reason) implements DeliveryReport {}

    /** A group became a supergroup; what waited for it waits for the new chat now. */
    record ChatMoved(long oldChatId, long newChatId) implements DeliveryReport {}

    /** Telegram takes the bot's token again, which it had refused since then. */
    record TokenAccepted(Instant refusedSince) implements DeliveryReport {}
}
