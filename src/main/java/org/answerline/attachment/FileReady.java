package org.answerline.attachment;

/** A file from Telegram was downloaded, or never will be; fired inside the transaction that stores this. */
public record FileReady(long supportMessageId, String attachmentId, FileState state) {}
