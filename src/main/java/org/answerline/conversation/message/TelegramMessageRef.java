package org.answerline.conversation.message;

/** The Telegram message that something was written as; a message_id is unique only inside its chat. */
public record TelegramMessageRef(long chatId, long messageId) {}
