package org.answerline.delivery.message;

import java.util.List;
import java.util.Optional;
import org.answerline.telegram.text.InlineKeyboard;
import org.answerline.telegram.text.TelegramText;

/**
 * One Telegram message of an outbox message: a text, or files (one, or an album) with the text as their caption, or a copy of a message.
 *
 * @param files ids of attachments in their order; empty for a text
 * @param copied the message that is copied; without it the text and the files are sent
 * @param keyboard the buttons under the text as the JSON of the Bot API, or null
 * @param isFrame whether the text only identifies the message and contains no text of its sender, so that it is useless without the files
 */
public record OutboxPart(
        TelegramText text, List<String> files, Optional<CopiedMessage> copied, String keyboard, boolean isFrame) {

    /** A part with a text of its sender and these files. */
    public OutboxPart(TelegramText text, List<String> files) {
        this(text, files, false);
    }

    /** A part without a copy. */
    public OutboxPart(TelegramText text, List<String> files, boolean isFrame) {
        this(text, files, Optional.empty(), null, isFrame);
    }

    /** A copy of a message, without which the parts before it still say what it contains. */
    public static OutboxPart copy(CopiedMessage message) {
        return new OutboxPart(TelegramText.plain(""), List.of(), Optional.of(message), null, true);
    }

    /** The same part with buttons under its text; a part with files or a copy has none. */
    public OutboxPart with(InlineKeyboard buttons) {
        return new OutboxPart(text, files, copied, isText() ? buttons.json() : null, isFrame);
    }

    /** Whether it is a text only. */
    public boolean isText() {
        return files.isEmpty() && copied.isEmpty();
    }

    /** A part without files. */
    public static OutboxPart of(TelegramText text) {
        return new OutboxPart(text, List.of());
    }

    /** The same parts, marked as frames if the message has no text. */
    public static List<OutboxPart> frames(List<OutboxPart> parts, boolean areWordless) {
        boolean wordsFirst = parts.get(0).files().isEmpty();
        return parts.stream()
                .map(part -> new OutboxPart(
                        part.text(),
                        part.files(),
                        part.copied(),
                        part.keyboard(),
                        areWordless || (wordsFirst && !part.files().isEmpty())))
                .toList();
    }
}
