package org.answerline.delivery;

import java.time.Duration;
import java.util.List;
import org.answerline.telegram.TelegramText;

/**
 * What is handed to the outbox: one content for one chat, in as many messages as it needs.
 *
 * @param supportMessageId the message whose fate this decides, or null when nothing depends on it
 * @param replyToMessageId the message of that chat it answers, or null
 * @param hold how long it waits at least, because something may have to be added
 */
public record Parcel(
        long chatId, Purpose purpose, Long supportMessageId, List<Part> parts, Long replyToMessageId, Duration hold) {

    /** A user's message for the operator. */
    public static Parcel notice(long chatId, long supportMessageId, List<Part> parts, Duration hold) {
        return new Parcel(chatId, Purpose.NOTICE, supportMessageId, parts, null, hold);
    }

    /** The operator's answer for a user. */
    public static Parcel answer(long chatId, long supportMessageId, List<Part> parts, Duration hold) {
        return new Parcel(chatId, Purpose.ANSWER, supportMessageId, parts, null, hold);
    }

    /** A word of ours. */
    public static Parcel word(long chatId, String text) {
        return new Parcel(chatId, Purpose.WORD, null, List.of(Part.of(TelegramText.plain(text))), null, Duration.ZERO);
    }

    /** A word of ours about a message of that chat. */
    public static Parcel wordOn(long chatId, Long messageId, String text) {
        return new Parcel(
                chatId, Purpose.WORD, null, List.of(Part.of(TelegramText.plain(text))), messageId, Duration.ZERO);
    }

    /** A reaction of ours on a message of that chat. */
    public static Parcel receipt(long chatId, long messageId, String emoji) {
        return new Parcel(
                chatId, Purpose.RECEIPT, null, List.of(Part.of(TelegramText.plain(emoji))), messageId, Duration.ZERO);
    }
}
