package org.answerline.platform.erasure;

/** Offered by a package that keeps rows about a user's conversation: it moves them to another user. */
public interface ConversationMover {

    /** Moves in the caller's transaction what the other user can have beside their own; what is left is deleted with the first user. */
    void moveConversation(long fromUser, long toUser);
}
