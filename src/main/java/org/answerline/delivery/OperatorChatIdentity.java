package org.answerline.delivery;

/** Tells the operators' chat from the chats of users: what keeps messages from it is waited out, and raises an alarm. */
public interface OperatorChatIdentity {

    /** Whether this is it, also after it has moved. */
    boolean isOperatorChat(long chatId);
}
