package org.answerline.delivery.message;

import java.util.List;

/** The kind of an outgoing message, which decides whether it waits while its chat is closed. */
public enum MessageKind {
    /** A user's message to the operators; it waits until the operators' chat is open again. */
    NOTICE,
    /** An operator's answer to a user; it fails when the user blocks the bot, because the site shows it too. */
    ANSWER,
    /** A message of the bot itself (a hint, a confirmation); it fails when it cannot be sent. */
    WORD,
    /** A reaction on a message; its failure has no consequences. */
    RECEIPT,
    /** Another text for a message of the bot; its failure has no consequences. */
    EDIT,
    /** Messages of the bot to delete, because a user was erased or an answer withdrawn; messages that Telegram does not delete stay there. */
    ERASURE,
    /** A topic of the operators' forum to delete, because its user was erased; one that Telegram does not delete gets another name. */
    TOPIC_ERASURE,
    /** The icon of a topic of the operators' forum; it is tried once. */
    TOPIC_ICON;

    /**
     * Whether it waits while the bot may not write to its chat.
     *
     * @param isOperators whether it is the operators' chat, which is the only place where operators are informed
     */
    public boolean waitsForItsChat(boolean isOperators) {
        return this == NOTICE
                || (isOperators
                        && !List.of(RECEIPT, EDIT, ERASURE, TOPIC_ERASURE, TOPIC_ICON)
                                .contains(this));
    }
}
