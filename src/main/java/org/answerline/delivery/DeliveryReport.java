package org.answerline.delivery;

/** What became of a delivery; fired as an event inside the transaction that records it. */
public sealed interface DeliveryReport {

    /** Telegram took a part of a message. */
    record Sent(Purpose purpose, long chatId, long messageId, Long supportMessageId, int part, int parts)
            implements DeliveryReport {}

    /** A message will not be delivered (nor its further parts); the reason is Telegram's. */
    record GaveUp(Purpose purpose, long chatId, Long supportMessageId, String reason) implements DeliveryReport {}

    /** A group became a supergroup; what waited for it waits for the new chat now. */
    record ChatMoved(long oldChatId, long newChatId) implements DeliveryReport {}
}
