package org.answerline.linking;

/**
 * A user and the private chat that is theirs.
 *
 * @param language of that Telegram; null if we do not speak it
 * @param blocked whether the person does not let the bot write at present
 */
public record LinkedUser(long userId, long chatId, String language, boolean blocked) {}
