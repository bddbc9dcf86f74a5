package org.answerline.delivery;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.answerline.telegram.TelegramText;

/**
 * What is handed to the outbox: one content for one chat, in as many messages as it needs.
 *
 * @param supportMessageId the message whose fate this decides, or null when nothing depends on it
 * @param aboutMessageId the message it only tells of, to be forgotten with it, or null
 * @param replyToMessageId the message of that chat it answers, or null
 * @param hold how long it waits at least, because something may have to be added
 */
public record OutboxMessage(
        long chatId,
        MessageKind purpose,
        Long supportMessageId,
        Long aboutMessageId,
        List<OutboxPart> parts,
        Long replyToMessageId,
        Duration hold) {

    /** A user's message for the operator. */
    public static OutboxMessage notice(long chatId, long supportMessageId, List<OutboxPart> parts, Duration hold) {
        return new OutboxMessage(chatId, MessageKind.NOTICE, supportMessageId, null, parts, null, hold);
    }

    /** The operator's answer for a user, as a Reply to what the user wrote in that chat, if that is known. */
    public static OutboxMessage answer(
            long chatId, long supportMessageId, List<OutboxPart> parts, Long replyToMessageId, Duration hold) {
        return new OutboxMessage(chatId, MessageKind.ANSWER, supportMessageId, null, parts, replyToMessageId, hold);
    }

    /** A word of ours. */
    public static OutboxMessage word(long chatId, String text) {
        return wordOn(chatId, null, text);
    }

    /** A word of ours about a message of that chat. */
    public static OutboxMessage wordOn(long chatId, Long messageId, String text) {
        return ofOurs(chatId, MessageKind.WORD, text, messageId, null);
    }

    /** A word of ours for the operator that tells of a user's conversation, which a Reply to it finds. */
    public static OutboxMessage wordAbout(long supportMessageId, long chatId, Long messageId, String text) {
        return ofOurs(
                chatId, MessageKind.WORD, TelegramText.about(supportMessageId, text), messageId, supportMessageId);
    }

    /** A reaction of ours on a message of that chat. */
    public static OutboxMessage receipt(long chatId, long messageId, String emoji) {
        return ofOurs(chatId, MessageKind.RECEIPT, emoji, messageId, null);
    }

    /** Takes back messages of ours in that chat, at most 100. */
    static OutboxMessage erasure(long chatId, List<Long> messageIds) {
        String ids = messageIds.stream().map(String::valueOf).collect(Collectors.joining(","));
        return ofOurs(chatId, MessageKind.ERASURE, ids, null, null);
    }

    private static OutboxMessage ofOurs(long chatId, MessageKind purpose, String text, Long messageId, Long about) {
        return ofOurs(chatId, purpose, TelegramText.plain(text), messageId, about);
    }

    private static OutboxMessage ofOurs(
            long chatId, MessageKind purpose, TelegramText text, Long messageId, Long about) {
        List<OutboxPart> parts = List.of(OutboxPart.of(text));
        return new OutboxMessage(chatId, purpose, null, about, parts, messageId, Duration.ZERO);
    }
}
