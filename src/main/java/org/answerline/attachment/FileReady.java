package org.answerline.attachment;

/** A file from Telegram is here, or it is certain that it never will be; fired inside the transaction that notes it. */
public record FileReady(long supportMessageId, String attachmentId, FileState state) {}
