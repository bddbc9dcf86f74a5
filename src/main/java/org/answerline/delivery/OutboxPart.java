package org.answerline.delivery;

import java.util.List;
import org.answerline.telegram.TelegramText;

/**
 * One Telegram message of an outbox message: a text, or files (one, or an album) with the text as their caption.
 *
 * @param files ids of attachments in their order; empty for a text
 * @param isFrame whether the text only names the message and has no words of its sender: without its files it says nothing
 */
public record OutboxPart(TelegramText text, List<String> files, boolean isFrame) {

    /** A text that has its sender's words, with these files. */
    public OutboxPart(TelegramText text, List<String> files) {
        this(text, files, false);
    }

    /** A text alone. */
    public static OutboxPart of(TelegramText text) {
        return new OutboxPart(text, List.of());
    }

    /** The same parts, some of which only name the message. */
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
