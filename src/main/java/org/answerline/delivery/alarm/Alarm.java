package org.answerline.delivery.alarm;

import java.time.Instant;

/**
 * A fault that stops messages until a person fixes it.
 *
 * @param chatId the chat that is closed to the bot, or {@link #ALL_CHATS}
 * @param since when it occurred first
 * @param lasting whether it has lasted long enough to be shown
 * @param reason Telegram's error description
 */
public record Alarm(long chatId, Instant since, boolean lasting, String reason) {

    /** Used instead of a chat id when Telegram refuses the bot's token. */
    public static final long ALL_CHATS = 0;

    /** Whether it is the bot's token that is refused. */
    public boolean isTokenRefused() {
        return chatId == ALL_CHATS;
    }
}
