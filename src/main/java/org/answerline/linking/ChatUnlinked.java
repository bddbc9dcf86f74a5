package org.answerline.linking;

/** A chat is no longer linked to the user, so nothing more may be sent to it. Fired inside the transaction that unlinks it. */
public record ChatUnlinked(long userId, long chatId) {}
