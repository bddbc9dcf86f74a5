package org.answerline.conversation.block;

/** A user from whom support accepts no messages. */
public record BlockedUser(long userId, String name, SupportBlock block) {}
