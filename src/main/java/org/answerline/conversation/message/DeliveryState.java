package org.answerline.conversation.message;

/** The delivery state of a message. */
public enum DeliveryState {
    /** In the outbox. */
    WAITING,
    /**
     * An answer whose user has no Telegram linked: readable on the site, sent when the user links. Or a message of a user whom support has
     * blocked without telling: sent when the block has ended.
     */
    HELD,
    /** Accepted by Telegram for the recipient. */
    DELIVERED,
    /** Refused by Telegram permanently; still readable on the site. */
    FAILED,
    /** An answer that its operator has withdrawn; the user sees only that there was one. */
    WITHDRAWN
}
