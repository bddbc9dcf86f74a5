package org.answerline.delivery;

/** Why a message leaves, which decides how long it is worth waiting for its chat. */
public enum MessageKind {
    /** A user's message on its way to the operator; it waits until the operator's chat can be reached again. */
    NOTICE,
    /** The operator's answer on its way to the user; it ends when the user does not let us write, for the site shows it too. */
    ANSWER,
    /** A word of our own (a hint, a confirmation); it ends when it cannot be said. */
    WORD,
    /** A reaction on a message; whatever becomes of it is of no consequence. */
    RECEIPT,
    /** Messages of ours to be deleted, because a person was erased; whatever Telegram does not delete stays there. */
    ERASURE;

    /**
     * Whether it waits while nobody may write to its chat.
     *
     * @param isOperators whether that is the operators' chat, whose members have only this chat to learn of anything
     */
    boolean waitsForItsChat(boolean isOperators) {
        return this == NOTICE || (isOperators && this != RECEIPT && this != ERASURE);
    }
}
