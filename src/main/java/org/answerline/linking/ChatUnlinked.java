package org.answerline.linking;

/** A chat is no longer the user's: nothing more of theirs may go there. Fired inside the transaction that unties them. */
public record ChatUnlinked(long userId, long chatId) {}
