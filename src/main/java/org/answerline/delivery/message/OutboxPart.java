package org.answerline.delivery.message;

import java.util.List;
import org.answerline.telegram.text.TelegramText;

/**
 * One Telegram message of an outbox message: a text, or files (one, or an album) with the text as their caption.
 *
 * @param files ids of attachments in their order; empty for a text
 * @param isFrame whether the text only identifies the message and contains no text of its sender, so that it is useless without the files
 */
public record OutboxPart(TelegramText text, List<String> files, boolean isFrame) {

    /** A part with a text of its sender and these files. */
    public OutboxPart(TelegramText text, List<String> files) {
        this(text, files, false);
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
                        areWordless || (wordsFirst && !part.files().isEmpty())))
                .toList();
    }
}
