package org.answerline.conversation.message;

/** How far a message has come on its way to the other side. */
public enum DeliveryState {
    /** In the outbox. */
    WAITING,
    /** An answer whose user has no Telegram linked: readable on the site, sent when the user links. */
    HELD,
    /** Taken by Telegram for the other side. */
    DELIVERED,
    /** Refused by Telegram for good; on the site it is readable all the same. */
    FAILED
}
