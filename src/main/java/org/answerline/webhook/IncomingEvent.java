package org.answerline.webhook;

import java.util.Optional;
import org.answerline.telegram.BotCommand;
import org.answerline.telegram.FormattedText;
import org.answerline.telegram.MediaFile;
import org.answerline.telegram.Message;

/** What an update means to the desk. */
sealed interface IncomingEvent {

    /**
     * The operator pressed Reply on a message of the operator's chat.
     *
     * @param author the user id of who wrote it
     */
    record OperatorReply(
            long messageId,
            long author,
            Message.Reply repliedMessage,
            FormattedText text,
            boolean media,
            Optional<MediaFile> file)
            implements IncomingEvent {}

    /**
     * Something in the operator's chat that was no Reply.
     *
     * @param author the user id of who wrote it
     * @param foreign whether the words are somebody else's, as of a forwarded message
     */
    record OperatorChatter(
            long messageId, long author, boolean foreign, FormattedText text, boolean media, Optional<MediaFile> file)
            implements IncomingEvent {}

    /** A command to a bot in the operator's chat, and whether it is all that stands in a Reply. */
    record OperatorCommand(long messageId, BotCommand command, Optional<String> language, boolean reply)
            implements IncomingEvent {}

    /** The operator changed a message. */
    record OperatorEdit(long messageId, FormattedText text) implements IncomingEvent {}

    /** Start in a private chat; the parameter is empty when Start was pressed without a link. */
    record StartCommand(long chatId, String parameter, Optional<String> language) implements IncomingEvent {}

    /** A private chat decided to move to the account whose link it opened. */
    record SwitchCommand(long chatId, Optional<String> language) implements IncomingEvent {}

    /** A private chat does not want to be anybody's any more. */
    record Unlink(long chatId, Optional<String> language) implements IncomingEvent {}

    /**
     * Words or media in a private chat.
     *
     * @param quote the words that it is a Reply to
     * @param foreign whether the words are somebody else's, as of a forwarded message
     */
    record UserMessage(
            long chatId,
            long messageId,
            FormattedText text,
            boolean media,
            Optional<MediaFile> file,
            Optional<String> quote,
            boolean foreign,
            Optional<String> language)
            implements IncomingEvent {}

    /** A command that asks for help, or that the desk does not know. */
    record UserCommand(long chatId, String name, Optional<String> language) implements IncomingEvent {}

    /** A person changed a message in a private chat. */
    record UserEdit(long chatId, long messageId, FormattedText text, Optional<String> language)
            implements IncomingEvent {}

    /** A person wants what could not be sent while the bot was blocked. */
    record MissedCommand(long chatId, Optional<String> language) implements IncomingEvent {}

    /** The bot may write to a private chat again, or may not any more. */
    record BotBlockedChanged(long chatId, boolean mayWrite) implements IncomingEvent {}

    /** The bot was put into the operator's chat or out of it. */
    record BotMembershipChanged(boolean open) implements IncomingEvent {}

    /** A group became a supergroup. */
    record GroupMoved(long oldChatId, long newChatId) implements IncomingEvent {}

    /** Nothing that concerns the desk. */
    record Nothing() implements IncomingEvent {}
}
