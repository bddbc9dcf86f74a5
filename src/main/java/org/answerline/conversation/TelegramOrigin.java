package org.answerline.conversation;

/** The Telegram message that something was written as; a message_id is unique only inside its chat. */
public record TelegramOrigin(long chatId, long messageId) {}
