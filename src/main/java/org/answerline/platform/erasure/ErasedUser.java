package org.answerline.platform.erasure;

import java.util.List;

/**
 * A user whose account is being erased.
 *
 * @param email empty if the account has no address
 * @param chats the Telegram chats that are the user's or were
 * @param messages the ids of all messages in the user's conversation
 */
public record ErasedUser(long id, String email, List<Long> chats, List<Long> messages) {}
