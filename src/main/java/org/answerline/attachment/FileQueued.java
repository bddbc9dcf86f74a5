package org.answerline.attachment;

/** Files are to be fetched from Telegram; fired inside the transaction that notes them. */
public record FileQueued() {}
