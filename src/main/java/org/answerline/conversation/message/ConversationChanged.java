package org.answerline.conversation.message;

/** A message of this user is new or has another delivery state. Fired inside the transaction that changes it. */
public record ConversationChanged(long userId) {}
