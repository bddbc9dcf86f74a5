package org.answerline.attachment;

/** Files are to be downloaded from Telegram; fired inside the transaction that stores them. */
public record FileQueued() {}
