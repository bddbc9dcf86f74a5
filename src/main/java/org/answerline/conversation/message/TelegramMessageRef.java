package org.answerline.conversation.message;

/** Identifies a Telegram message; a message_id is unique only within its chat. */
public record TelegramMessageRef(long chatId, long messageId) {}
