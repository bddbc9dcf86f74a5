package org.answerline.conversation.team;

import java.util.Locale;

/** Whose turn it is in a conversation. */
public enum ConversationState {
    /** The last message is from the user. */
    OPEN,
    /** The last message is from an operator, or there is none yet. */
    WAITING,
    /** An operator has closed it, and nobody has written since. */
    CLOSED;

    /** Its name in the JSON API and the middle part of the keys of its texts. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
