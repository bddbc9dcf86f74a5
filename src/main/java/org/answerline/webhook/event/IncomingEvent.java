package org.answerline.webhook.event;

import java.util.Optional;
import org.answerline.conversation.message.OperatorIdentity;
import org.answerline.telegram.text.ContentCard;
import org.answerline.telegram.text.FormattedText;
import org.answerline.telegram.update.BotCommand;
import org.answerline.telegram.update.MediaFile;
import org.answerline.telegram.update.Message;

/** The meaning of an update to the desk. */
public sealed interface IncomingEvent {

    /**
     * An operator pressed Reply on a message in the operators' chat.
     *
     * @param topicId the topic in which it was written; empty in General
     */
    record OperatorReply(
            long messageId,
            OperatorIdentity author,
            Message.Reply repliedMessage,
            FormattedText text,
            boolean media,
            Optional<MediaFile> file,
            Optional<ContentCard> card,
            Optional<Long> topicId)
            implements IncomingEvent {}

    /**
     * A message in the operators' chat that is not a Reply.
     *
     * @param foreign whether the text was written by somebody else, as in a forwarded message
     * @param topicId the topic in which it was written; empty in General
     * @param topicCreator the user id of who created that topic, if known
     */
    record OperatorChatter(
            long messageId,
            OperatorIdentity author,
            boolean foreign,
            FormattedText text,
            boolean media,
            Optional<MediaFile> file,
            Optional<ContentCard> card,
            Optional<Long> topicId,
            Optional<Long> topicCreator)
            implements IncomingEvent {}

    /** A command to a bot in the operators' chat, the message that it replies to, and the topic in which it was written. */
    record OperatorCommand(
            long messageId,
            OperatorIdentity author,
            BotCommand command,
            Optional<String> language,
            Optional<Message.Reply> repliedMessage,
            Optional<Long> topicId)
            implements IncomingEvent {}

    /**
     * An operator edited a message.
     *
     * @param text the text or caption that it has now, which may be empty if it has other content
     * @param file the file that it has now
     */
    record OperatorEdit(long messageId, OperatorIdentity author, FormattedText text, Optional<MediaFile> file)
            implements IncomingEvent {}

    /** /start in a private chat; the parameter is empty when Start was pressed without a link. */
    record StartCommand(long chatId, String parameter, Optional<String> language) implements IncomingEvent {}

    /** /switch in a private chat: it moves to the account whose link it opened. */
    record SwitchCommand(long chatId, Optional<String> language) implements IncomingEvent {}

    /** /unlink in a private chat. */
    record Unlink(long chatId, Optional<String> language) implements IncomingEvent {}

    /**
     * A text or media message in a private chat.
     *
     * @param card what it contains if that is neither text nor a file
     * @param replied the message that it replies to
     * @param foreign whether the text was written by somebody else, as in a forwarded message
     * @param author who wrote it, as an operator: the chat may be the operators' private chat
     */
    record UserMessage(
            long chatId,
            long messageId,
            OperatorIdentity author,
            FormattedText text,
            boolean media,
            Optional<MediaFile> file,
            Optional<ContentCard> card,
            Optional<Message.Reply> replied,
            boolean foreign,
            Optional<String> language)
            implements IncomingEvent {}

    /**
     * Somebody pressed a button under a message of the bot.
     *
     * @param chatId where the message is
     * @param author who pressed it; never shown, because an anonymous administrator has the real id here
     * @param data what the button carries, which may be forged
     * @param message the message with the button
     */
    record ButtonPressed(
            long chatId, OperatorIdentity author, String data, Message.Reply message, Optional<String> language)
            implements IncomingEvent {}

    /** A command in a private chat that asks for help, or that the desk does not know. */
    record UserCommand(long chatId, String name, Optional<String> language) implements IncomingEvent {}

    /**
     * A user edited a message in a private chat.
     *
     * @param text the text or caption that it has now, which may be empty if it has other content
     * @param file the file that it has now
     */
    record UserEdit(
            long chatId, long messageId, FormattedText text, Optional<MediaFile> file, Optional<String> language)
            implements IncomingEvent {}

    /** /missed in a private chat: the user asks for the answers that could not be sent while the bot was blocked. */
    record MissedCommand(long chatId, Optional<String> language) implements IncomingEvent {}

    /** A user blocked or unblocked the bot in a private chat. */
    record BotBlockedChanged(long chatId, boolean mayWrite) implements IncomingEvent {}

    /** The bot was added to the operators' chat or removed from it. */
    record BotMembershipChanged(boolean open) implements IncomingEvent {}

    /** A topic of the operators' chat was created by a bot. */
    record TopicCreated(Message.NewTopic topic, long author) implements IncomingEvent {}

    /** A group became a supergroup. */
    record GroupMoved(long oldChatId, long newChatId) implements IncomingEvent {}

    /** An update that the desk ignores. */
    record Nothing() implements IncomingEvent {}
}
