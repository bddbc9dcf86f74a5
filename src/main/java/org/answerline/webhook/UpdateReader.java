package org.answerline.webhook;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.answerline.telegram.Message;
import org.answerline.telegram.Update;

/** Tells what an update means; looks only at the update and at which chat is the operator's. */
final class UpdateReader {

    /** The bot's name may stand behind a command, in any case; only our own chat's bot receives it. */
    private static final Pattern COMMAND =
            Pattern.compile("/(start|switch|missed|unlink)(?:@\\w+)?(?:\\s+(.*))?", Pattern.DOTALL);

    private UpdateReader() {}

    /** The meaning of an update, where the operator's chat is this one or not. */
    static Incoming read(Update update, boolean inOperatorsChat) {
        if (update.membership().isPresent()) {
            return membership(update.membership().get(), inOperatorsChat);
        }
        Message message = update.message().orElse(null);
        if (message != null && message.move().isPresent()) {
            return new Incoming.GroupMoved(
                    message.move().get().oldChatId(), message.move().get().newChatId());
        }
        if (message == null || (message.text().isEmpty() && !message.media())) {
            return new Incoming.Nothing();
        }
        if (inOperatorsChat) {
            return operators(message, update.edited());
        }
        return message.chat().isPrivate() ? persons(message, update.edited()) : new Incoming.Nothing();
    }

    private static Incoming membership(Update.Membership membership, boolean inOperatorsChat) {
        if (inOperatorsChat) {
            return new Incoming.OperatorsDoor(membership.mayWrite());
        }
        return membership.chat().isPrivate()
                ? new Incoming.Blocking(membership.chat().id(), membership.mayWrite())
                : new Incoming.Nothing();
    }

    private static Incoming operators(Message message, boolean edited) {
        if (edited) {
            return message.text()
                    .<Incoming>map(text -> new Incoming.OperatorEdit(message.id(), text))
                    .orElseGet(Incoming.Nothing::new);
        }
        if (message.replyTo().isPresent() && !message.foreign()) {
            return new Incoming.OperatorReply(
                    message.id(), message.replyTo().get(), message.text(), message.media(), message.file());
        }
        if (message.chat().isPrivate()) {
            Incoming incoming = persons(message, false);
            boolean bareStart = incoming instanceof Incoming.Start start
                    && start.parameter().isEmpty();
            return bareStart ? new Incoming.OperatorTalk(message.id()) : incoming;
        }
        return new Incoming.OperatorTalk(message.id());
    }

    private static Incoming persons(Message message, boolean edited) {
        long chat = message.chat().id();
        Optional<String> language = message.from().language();
        if (edited) {
            return message.text()
                    .<Incoming>map(text -> new Incoming.UserEdit(chat, message.id(), text, language))
                    .orElseGet(Incoming.Nothing::new);
        }
        Matcher command = COMMAND.matcher(message.text().orElse("").strip());
        if (!command.matches() || (command.group(1).equals("unlink") && command.group(2) != null)) {
            return new Incoming.UserMessage(
                    chat, message.id(), message.text(), message.media(), message.file(), language);
        }
        if (command.group(1).equals("switch")) {
            return new Incoming.Switch(chat, language);
        }
        if (command.group(1).equals("unlink")) {
            return new Incoming.Unlink(chat, language);
        }
        if (command.group(1).equals("missed")) {
            return new Incoming.Missed(chat, language);
        }
        String parameter = command.group(2) == null ? "" : command.group(2).strip();
        return new Incoming.Start(chat, parameter, language);
    }
}
