package org.answerline.attachment;

import java.util.Optional;

/**
 * A file that was sent in Telegram, as its message describes it.
 *
 * @param telegramFileId Telegram's file_id, valid for this bot only; it may change
 * @param uniqueId Telegram's file_unique_id, the same for the same file at any time; empty if the message has none
 * @param name what it is called there, cleaned
 * @param size in bytes, 0 when unknown
 */
public record TelegramFile(String telegramFileId, Optional<String> uniqueId, SendAs form, String name, long size) {

    /**
     * The largest file Telegram gives to a bot, in bytes.
     *
     * @see <a href="https://core.telegram.org/bots/api#getfile">getFile</a>
     */
    public static final long LARGEST = 20L << 20;

    /** The file of a message; a missing name becomes the usual one of its form. */
    public static TelegramFile of(
            String telegramFileId, Optional<String> uniqueId, SendAs form, String name, long size) {
        String clean = FileName.clean(name);
        return new TelegramFile(
                telegramFileId, uniqueId, form, clean.isEmpty() ? form.usualName() : clean, Math.max(0, size));
    }

    /** Whether a bot cannot download it, so that it is only in the chats. */
    public boolean isTooLarge() {
        return size > LARGEST;
    }
}
