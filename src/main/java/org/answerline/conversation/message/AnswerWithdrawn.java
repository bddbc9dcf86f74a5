package org.answerline.conversation.message;

/** An answer to a user was withdrawn and is stored as that; observed in the same transaction. */
public record AnswerWithdrawn(long userId) {}
