package org.answerline.delivery.message;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.answerline.telegram.text.InlineKeyboard;
import org.answerline.telegram.text.TelegramText;

/**
 * A message for the outbox: one content for one chat, in as many Telegram messages as it needs.
 *
 * @param supportMessageId the support message whose delivery state this determines, or null
 * @param aboutMessageId the support message that it is about, with which it is deleted, or null
 * @param replyToMessageId the message_id that it replies to in that chat, or null
 * @param topicUserId the user in whose topic it is to be, if the chat is a forum; null for none, or for that of the message that it replies to
 * @param hold the shortest time that it waits, because a part may have to be added
 */
public record OutboxMessage(
        long chatId,
        MessageKind purpose,
        Long supportMessageId,
        Long aboutMessageId,
        List<OutboxPart> parts,
        Long replyToMessageId,
        Long topicUserId,
        Duration hold) {

    /** The same, in the topic of this user if the chat is a forum. */
    public OutboxMessage inTopicOf(long userId) {
        return new OutboxMessage(
                chatId, purpose, supportMessageId, aboutMessageId, parts, replyToMessageId, userId, hold);
    }

    /** A user's message to the operators. */
    public static OutboxMessage notice(long chatId, long supportMessageId, List<OutboxPart> parts, Duration hold) {
        return new OutboxMessage(chatId, MessageKind.NOTICE, supportMessageId, null, parts, null, null, hold);
    }

    /** An operator's answer to a user, as a Reply to the user's message in that chat, if it is known. */
    public static OutboxMessage answer(
            long chatId, long supportMessageId, List<OutboxPart> parts, Long replyToMessageId, Duration hold) {
        return new OutboxMessage(
                chatId, MessageKind.ANSWER, supportMessageId, null, parts, replyToMessageId, null, hold);
    }

    /** A message of the bot itself. */
    public static OutboxMessage word(long chatId, String text) {
        return wordOn(chatId, null, text);
    }

    /** A message of the bot itself with references to what it is about. */
    public static OutboxMessage word(long chatId, TelegramText text) {
        return ofOurs(chatId, MessageKind.WORD, text, null, null);
    }

    /** A message of the bot itself, as a Reply to a message in that chat. */
    public static OutboxMessage wordOn(long chatId, Long messageId, String text) {
        return ofOurs(chatId, MessageKind.WORD, text, messageId, null);
    }

    /** The same with a format. */
    public static OutboxMessage wordOn(long chatId, Long messageId, TelegramText text) {
        return ofOurs(chatId, MessageKind.WORD, text, messageId, null);
    }

    /** A message of the bot to the operators about a user's conversation; a Reply to it is an answer there. */
    public static OutboxMessage wordAbout(long supportMessageId, long chatId, Long messageId, String text) {
        return ofOurs(
                chatId, MessageKind.WORD, TelegramText.about(supportMessageId, text), messageId, supportMessageId);
    }

    /** The same with buttons under its last text. */
    public OutboxMessage with(InlineKeyboard buttons) {
        return new OutboxMessage(
                chatId,
                purpose,
                supportMessageId,
                aboutMessageId,
                withButtons(parts, buttons),
                replyToMessageId,
                topicUserId,
                hold);
    }

    /** These parts with buttons under the last one that is a text. */
    public static List<OutboxPart> withButtons(List<OutboxPart> parts, InlineKeyboard buttons) {
        int last = parts.stream().filter(OutboxPart::isText).toList().size() - 1;
        List<OutboxPart> all = new ArrayList<>(parts);
        if (last >= 0) {
            all.set(last, parts.get(last).with(buttons));
        }
        return List.copyOf(all);
    }

    /** A reaction of the bot on a message in that chat. */
    public static OutboxMessage receipt(long chatId, long messageId, String emoji) {
        return ofOurs(chatId, MessageKind.RECEIPT, emoji, messageId, null);
    }

    /**
     * Another text or caption for a message of the bot in that chat, with its buttons, which an edit without them would remove.
     *
     * @param supportMessageId the support message that it is about, with which it is deleted
     */
    public static OutboxMessage edit(long supportMessageId, long chatId, long messageId, OutboxPart text) {
        return editAbout(supportMessageId, chatId, messageId, text);
    }

    /** The same for a message of several users' notices, of which none of them alone decides. Nothing of it is kept when it has ended. */
    public static OutboxMessage editOfSeveral(long chatId, long messageId, OutboxPart text) {
        return editAbout(null, chatId, messageId, text);
    }

    private static OutboxMessage editAbout(Long about, long chatId, long messageId, OutboxPart text) {
        OutboxPart only = new OutboxPart(text.text(), List.of(), Optional.empty(), text.keyboard(), false);
        return new OutboxMessage(chatId, MessageKind.EDIT, null, about, List.of(only), messageId, null, Duration.ZERO);
    }

    /**
     * Another icon for a topic of that chat.
     *
     * @param iconId a custom_emoji_id of getForumTopicIconStickers
     */
    public static OutboxMessage topicIcon(long chatId, long threadId, String iconId) {
        return ofOurs(chatId, MessageKind.TOPIC_ICON, iconId, threadId, null);
    }

    /** Deletes messages of the bot in that chat, at most 100. */
    public static OutboxMessage erasure(long chatId, List<Long> messageIds) {
        return erasure(chatId, messageIds, null);
    }

    /**
     * Deletes messages of the bot that show a message, at most 100.
     *
     * @param supportMessageId the message, which is still there, with which the deletion is deleted
     */
    public static OutboxMessage erasureOf(long supportMessageId, long chatId, List<Long> messageIds) {
        return erasure(chatId, messageIds, supportMessageId);
    }

    private static OutboxMessage erasure(long chatId, List<Long> messageIds, Long about) {
        String ids = messageIds.stream().map(String::valueOf).collect(Collectors.joining(","));
        return ofOurs(chatId, MessageKind.ERASURE, ids, null, about);
    }

    private static OutboxMessage ofOurs(long chatId, MessageKind purpose, String text, Long messageId, Long about) {
        return ofOurs(chatId, purpose, TelegramText.plain(text), messageId, about);
    }

    private static OutboxMessage ofOurs(
            long chatId, MessageKind purpose, TelegramText text, Long messageId, Long about) {
        List<OutboxPart> parts = List.of(OutboxPart.of(text));
        return new OutboxMessage(chatId, purpose, null, about, parts, messageId, null, Duration.ZERO);
    }
}
