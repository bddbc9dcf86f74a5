package org.answerline.linking;

/**
 * A user and the private chat that is linked to the account.
 *
 * @param language the language of that Telegram; null if there are no texts for it
 * @param blocked whether the user blocks the bot at present
 */
public record LinkedUser(long userId, long chatId, String language, boolean blocked) {}
