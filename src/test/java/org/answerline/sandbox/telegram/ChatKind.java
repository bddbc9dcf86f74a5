package org.answerline.sandbox.telegram;

import java.util.Arrays;

/** What sort of chat the bot is in; supergroups count their messages apart from all others. */
public enum ChatKind {
    /** One person and the bot. */
    PRIVATE("private"),
    /** A small group, which shares its message counter with the private chats. */
    GROUP("group"),
    /** A supergroup, whose messages count from 1. */
    SUPERGROUP("supergroup");

    private final String wireName;

    ChatKind(String wireName) {
        this.wireName = wireName;
    }

    /** The kind that the Bot API calls so. */
    static ChatKind of(String wireName) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName.equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No kind of chat: " + wireName));
    }

    String wireName() {
        return wireName;
    }
}
