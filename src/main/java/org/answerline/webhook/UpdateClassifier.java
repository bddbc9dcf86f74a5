package org.answerline.webhook;

import java.util.List;
import java.util.Optional;
import org.answerline.conversation.message.OperatorIdentity;
import org.answerline.telegram.update.BotCommand;
import org.answerline.telegram.update.CallbackQuery;
import org.answerline.telegram.update.Message;
import org.answerline.telegram.update.Update;
import org.answerline.webhook.event.IncomingEvent;
import org.answerline.webhook.operator.OperatorCommandName;

/** Determines the meaning of an update from the update itself and from whether it is in the operators' chat. */
final class UpdateClassifier {

    private static final List<String> PERSONS = List.of("start", "switch", "missed", "unlink");

    private UpdateClassifier() {}

    /**
     * Returns the meaning of an update.
     *
     * @param inOperatorsChat whether the update is from the operators' chat
     */
    static IncomingEvent read(Update update, boolean inOperatorsChat) {
        if (update.membership().isPresent()) {
            return membership(update.membership().get(), inOperatorsChat);
        }
        if (update.callback().isPresent()) {
            return button(update.callback().get());
        }
        Message message = update.message().orElse(null);
        if (message != null && message.move().isPresent()) {
            return new IncomingEvent.GroupMoved(
                    message.move().get().oldChatId(), message.move().get().newChatId());
        }
        if (message != null && inOperatorsChat && message.newTopic().isPresent()) {
            return new IncomingEvent.TopicCreated(
                    message.newTopic().get(), message.from().id().orElse(0L));
        }
        boolean isNothing =
                message == null || message.service() || (message.text().isEmpty() && !message.media());
        if (isNothing || (update.edited() && message.card().isPresent())) {
            return new IncomingEvent.Nothing();
        }
        if (inOperatorsChat) {
            return operators(message, update.edited());
        }
        return message.chat().isPrivate() ? persons(message, update.edited()) : new IncomingEvent.Nothing();
    }

    /** A button whose message Telegram does not name belongs to no chat, so that nothing may come of it. */
    private static IncomingEvent button(CallbackQuery pressed) {
        if (pressed.chat().isEmpty() || pressed.message().isEmpty()) {
            return new IncomingEvent.Nothing();
        }
        return new IncomingEvent.ButtonPressed(
                pressed.chat().get().id(),
                operator(pressed.from()),
                pressed.data(),
                pressed.message().get(),
                pressed.from().language());
    }

    private static IncomingEvent membership(Update.ChatMemberUpdated membership, boolean inOperatorsChat) {
        if (inOperatorsChat) {
            return new IncomingEvent.BotMembershipChanged(membership.mayWrite());
        }
        return membership.chat().isPrivate()
                ? new IncomingEvent.BotBlockedChanged(membership.chat().id(), membership.mayWrite())
                : new IncomingEvent.Nothing();
    }

    private static IncomingEvent operators(Message message, boolean edited) {
        if (edited && message.text().isEmpty() && message.file().isEmpty()) {
            return new IncomingEvent.Nothing();
        }
        if (edited) {
            return new IncomingEvent.OperatorEdit(message.id(), operator(message), message.written(), message.file());
        }
        if (message.automatic()) {
            return new IncomingEvent.Nothing();
        }
        Optional<BotCommand> command = command(message);
        if (message.chat().isPrivate()
                && command.filter(UpdateClassifier::isPersons).isPresent()) {
            return persons(message, false);
        }
        if (message.replyTo().isPresent() && !message.foreign()) {
            return command.filter(UpdateClassifier::isForTheDesk)
                    .<IncomingEvent>map(typed -> command(message, typed))
                    .orElseGet(() -> reply(message));
        }
        if (command.isPresent()) {
            return command(message, command.get());
        }
        return message.chat().isPrivate() ? persons(message, false) : talk(message);
    }

    /**
     * A known command, or one that is almost known, is never sent to a user: "/nte" was meant to be a note. Any other command with a text
     * after it is an answer, such as "/unlink is what you need"; so is /start, which is a command of users.
     */
    private static boolean isForTheDesk(BotCommand command) {
        return command.isBare() || !OperatorCommandName.nearest(command.name()).isEmpty();
    }

    private static IncomingEvent.OperatorCommand command(Message message, BotCommand command) {
        return new IncomingEvent.OperatorCommand(
                message.id(),
                operator(message),
                command,
                language(message),
                message.foreign() ? Optional.empty() : message.replyTo(),
                message.topicId());
    }

    private static OperatorIdentity operator(Message message) {
        return operator(message.from());
    }

    private static OperatorIdentity operator(Message.Sender from) {
        return new OperatorIdentity(from.id().orElse(0L), from.firstName(), from.fullName());
    }

    /** In a private chat with the bot the operator may link an account like any user; Start without a parameter asks for help. */
    private static boolean isPersons(BotCommand command) {
        return PERSONS.contains(command.name()) && !(command.name().equals("start") && command.isBare());
    }

    private static IncomingEvent.OperatorReply reply(Message message) {
        return new IncomingEvent.OperatorReply(
                message.id(),
                operator(message),
                message.replyTo().orElseThrow(),
                message.written(),
                message.media(),
                message.file(),
                message.card(),
                message.topicId());
    }

    private static IncomingEvent.OperatorChatter talk(Message message) {
        return new IncomingEvent.OperatorChatter(
                message.id(),
                operator(message),
                message.foreign(),
                message.written(),
                message.media(),
                message.file(),
                message.card(),
                message.topicId(),
                message.topicCreator());
    }

    private static IncomingEvent persons(Message message, boolean edited) {
        long chat = message.chat().id();
        Optional<String> language = language(message);
        if (edited && message.text().isEmpty() && message.file().isEmpty()) {
            return new IncomingEvent.Nothing();
        }
        if (edited) {
            return new IncomingEvent.UserEdit(chat, message.id(), message.written(), message.file(), language);
        }
        return command(message)
                .<IncomingEvent>flatMap(command -> persons(command, chat, language))
                .orElseGet(() -> new IncomingEvent.UserMessage(
                        chat,
                        message.id(),
                        operator(message),
                        message.written(),
                        message.media(),
                        message.file(),
                        message.card(),
                        message.replyTo(),
                        message.foreign(),
                        language));
    }

    /** An unknown command counts as a command only if no text follows: a text is meant for support. */
    private static Optional<IncomingEvent> persons(BotCommand command, long chat, Optional<String> language) {
        return switch (command.name()) {
            case "start" -> Optional.of(new IncomingEvent.StartCommand(chat, command.firstWord(), language));
            case "switch" -> Optional.of(new IncomingEvent.SwitchCommand(chat, language));
            case "missed" -> Optional.of(new IncomingEvent.MissedCommand(chat, language));
            case "unlink" ->
                command.isBare() ? Optional.of(new IncomingEvent.Unlink(chat, language)) : Optional.empty();
            default ->
                command.isBare()
                        ? Optional.of(new IncomingEvent.UserCommand(chat, command.name(), language))
                        : Optional.empty();
        };
    }

    private static Optional<BotCommand> command(Message message) {
        return message.media() || message.foreign()
                ? Optional.empty()
                : message.text().flatMap(BotCommand::in);
    }

    private static Optional<String> language(Message message) {
        return message.from().language();
    }
}
