package org.answerline.delivery.message;

/** Distinguishes the operators' chat from users' chats: messages to a closed operators' chat wait and raise an alarm. */
public interface OperatorChatIdentity {

    /** Whether this is the operators' chat, also after it has moved. */
    boolean isOperatorChat(long chatId);
}
