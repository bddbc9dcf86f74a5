package org.answerline.delivery.message;

/** A message that Telegram copies into another chat; its message_id is unique in its chat only. */
public record CopiedMessage(long chatId, long messageId) {}
