package org.answerline.delivery;

import java.time.Instant;

/**
 * Something that keeps messages from leaving until somebody fixes it.
 *
 * @param chatId the chat that is closed to the bot, or {@link #ALL_CHATS}
 * @param since when it was met first
 * @param lasting whether that is so long ago that people should be told
 * @param reason Telegram's words
 */
public record Alarm(long chatId, Instant since, boolean lasting, String reason) {

    /** In place of a chat id: Telegram refuses the bot's token. */
    public static final long ALL_CHATS = 0;

    /** Whether it is the bot's token that is refused. */
    public boolean isTokenRefused() {
        return chatId == ALL_CHATS;
    }
}
