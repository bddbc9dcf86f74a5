package org.answerline.delivery;

import java.util.List;
import org.answerline.telegram.TelegramText;

/**
 * One Telegram message of a parcel: a text, or files (one, or an album) with the text as their caption.
 *
 * @param files ids of attachments in their order; empty for a text
 */
public record Part(TelegramText text, List<String> files) {

    /** A text alone. */
    public static Part of(TelegramText text) {
        return new Part(text, List.of());
    }
}
