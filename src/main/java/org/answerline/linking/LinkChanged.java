package org.answerline.linking;

/** Telegram was linked to this user's account or unlinked from it. Fired inside the transaction that changes the link. */
public record LinkChanged(long userId) {}
