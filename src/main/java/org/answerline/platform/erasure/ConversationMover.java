package org.answerline.platform.erasure;

/** Offered by a package that keeps rows about a user's conversation: it moves them to another user. */
public interface ConversationMover {

    /** Called in the same transaction before any package moves anything, while each row still shows whose it was. */
    default void prepareMove(long fromUser, long toUser) {}

    /** Moves in the caller's transaction what the other user can have beside their own; what is left is deleted with the first user. */
    void moveConversation(long fromUser, long toUser);
}
