package org.answerline.sandbox.telegram;

/** Hears of everything that changes in the chats, in the order of each chat. */
interface ChatWatcher {

    /** A message was written, edited, deleted or reacted to; it is told as it stands now. */
    void changed(SandboxMessage message);

    /** A person or the bot may do something in this chat that was not possible before, or the other way round. */
    void accessChanged(Chat chat, Access now);

    /** Tells this one first and then the other. */
    default ChatWatcher and(ChatWatcher other) {
        ChatWatcher first = this;
        return new ChatWatcher() {
            @Override
            public void changed(SandboxMessage message) {
                first.changed(message);
                other.changed(message);
            }

            @Override
            public void accessChanged(Chat chat, Access now) {
                first.accessChanged(chat, now);
                other.accessChanged(chat, now);
            }
        };
    }
}
