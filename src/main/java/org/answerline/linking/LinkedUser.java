package org.answerline.linking;

/** A user and the private chat that is theirs, with the language of that Telegram (null if we do not speak it). */
public record LinkedUser(long userId, long chatId, String language) {}
