package org.answerline.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.answerline.conversation.SupportDesk;
import org.answerline.conversation.message.TelegramMessageRef;
import org.answerline.conversation.outgoing.BotReplies;
import org.answerline.conversation.reply.IncomingFile;
import org.answerline.linking.LinkedUser;
import org.answerline.platform.text.InputText;
import org.answerline.telegram.text.FormattedText;
import org.answerline.telegram.update.Message;
import org.answerline.webhook.event.IncomingEvent;
import org.answerline.webhook.event.IncomingFiles;

/** Handles what a user writes in the private chat with the bot: messages to support, edits of them, and requests for help. */
@ApplicationScoped
class UserDialogue {

    /** The first character of every answer, in any language; the first line is the heading. */
    private static final String ANSWER = "📩";

    private static final String HEAD_END = "\n\n";

    @Inject
    private PrivateChats chats;

    @Inject
    private SupportDesk desk;

    @Inject
    private UserEditDialogue edits;

    @Inject
    private IncomingFiles incomingFiles;

    @Inject
    private UserMessageRefusals refusals;

    @Inject
    private RatingDialogue ratings;

    @Inject
    private BotReplies words;

    void message(IncomingEvent.UserMessage message) {
        if (!fromUser(message)) {
            words.toChat(message.chatId(), message.language(), "telegram.user.howtolink");
        }
    }

    /** Accepts a message if its chat is linked. */
    boolean fromUser(IncomingEvent.UserMessage message) {
        Optional<LinkedUser> user = chats.writing(message.chatId(), message.language());
        user.ifPresent(linked -> fromLinked(linked, message));
        return user.isPresent();
    }

    /** Sends help, also for a command that the desk does not know. */
    void command(IncomingEvent.UserCommand command) {
        if (chats.writing(command.chatId()).isEmpty()) {
            words.toChat(command.chatId(), command.language(), "telegram.user.howtolink");
        } else if (command.name().equals("help")) {
            words.toChat(command.chatId(), command.language(), "telegram.user.help");
        } else {
            words.toChat(command.chatId(), command.language(), "telegram.user.unknowncommand", "/" + command.name());
        }
    }

    void edit(IncomingEvent.UserEdit edit) {
        edits.edit(edit);
    }

    private void fromLinked(LinkedUser user, IncomingEvent.UserMessage message) {
        if (ratings.takeComment(user, message)) {
            return;
        }
        if (message.card().isPresent()) {
            if (!refusals.isRefused(user.userId(), message)) {
                desk.tellCopied(user.userId(), message.card().get(), quote(message), origin(message));
            }
            return;
        }
        boolean blank = InputText.isBlank(message.text().text());
        FormattedText text = blank ? FormattedText.plain("") : message.text();
        Optional<IncomingFile> enclosed = incomingFiles.of(message.file());
        boolean content = !blank || enclosed.isPresent();
        if (content && !isTaken(user, message, text, enclosed)) {
            return;
        }
        if (enclosed.isPresent()) {
            enclosed.filter(file -> file.file().isTooLarge())
                    .ifPresent(file -> words.toChat(message.chatId(), message.language(), "telegram.user.toolarge"));
        } else if (message.media()) {
            words.toChat(
                    message.chatId(),
                    message.language(),
                    blank ? "telegram.user.mediaonly" : "telegram.user.captiononly");
        } else if (blank) {
            words.toChat(message.chatId(), message.language(), "telegram.user.blank");
        }
    }

    /** Stores the message unless it is refused: then the user is informed that it was not received. */
    private boolean isTaken(
            LinkedUser user, IncomingEvent.UserMessage message, FormattedText text, Optional<IncomingFile> enclosed) {
        TelegramMessageRef origin = origin(message);
        if (enclosed.flatMap(file -> desk.joined(text, origin, file)).isPresent()) {
            return true;
        }
        boolean isRefused = refusals.isRefused(user.userId(), message);
        if (!isRefused) {
            desk.tell(user.userId(), text, quote(message), origin, enclosed);
        }
        return !isRefused;
    }

    private static TelegramMessageRef origin(IncomingEvent.UserMessage message) {
        return new TelegramMessageRef(message.chatId(), message.messageId());
    }

    /** The text of the message that it replies to, without the heading of the bot's answers. */
    private static Optional<String> quote(IncomingEvent.UserMessage message) {
        return message.replied()
                .flatMap(Message.Reply::quote)
                .map(words -> words.startsWith(ANSWER) && words.contains(HEAD_END)
                        ? words.substring(words.indexOf(HEAD_END) + HEAD_END.length())
                        : words);
    }
}
