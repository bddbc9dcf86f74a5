package org.answerline.delivery.message;

import java.util.List;
import java.util.Optional;
import org.answerline.telegram.text.TelegramText;

/**
 * One Telegram message of an outbox message: a text, or files (one, or an album) with the text as their caption, or a copy of a message.
 *
 * @param files ids of attachments in their order; empty for a text
 * @param copied the message that is copied; without it the text and the files are sent
 * @param isFrame whether the text only identifies the message and contains no text of its sender, so that it is useless without the files
 */
public record OutboxPart(TelegramText text, List<String> files, Optional<CopiedMessage> copied, boolean isFrame) {

    /** A part with a text of its sender and these files. */
    public OutboxPart(TelegramText text, List<String> files) {
        this(text, files, Optional.empty(), false);
    }

    /** A part without a copy. */
    public OutboxPart(TelegramText text, List<String> files, boolean isFrame) {
        this(text, files, Optional.empty(), isFrame);
    }

    /** A copy of a message, without which the parts before it still say what it contains. */
    public static OutboxPart copy(CopiedMessage message) {
        return new OutboxPart(TelegramText.plain(""), List.of(), Optional.of(message), true);
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
                        areWordless || (wordsFirst && !part.files().isEmpty())))
                .toList();
    }
}
