package org.answerline.webhook;

import java.util.List;
import java.util.Optional;
import org.answerline.telegram.BotCommand;
import org.answerline.telegram.Message;
import org.answerline.telegram.Update;

/** Tells what an update means; looks only at the update and at which chat is the operator's. */
final class UpdateReader {

    private static final List<String> PERSONS = List.of("start", "switch", "missed", "unlink");

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
        if (message == null || message.service() || (message.text().isEmpty() && !message.media())) {
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
                    .<Incoming>map(text -> new Incoming.OperatorEdit(message.id(), message.written()))
                    .orElseGet(Incoming.Nothing::new);
        }
        if (message.automatic()) {
            return new Incoming.Nothing();
        }
        Optional<BotCommand> command = command(message);
        if (message.chat().isPrivate()
                && command.filter(UpdateReader::isPersons).isPresent()) {
            return persons(message, false);
        }
        if (message.replyTo().isPresent() && !message.foreign()) {
            return command.filter(BotCommand::isBare)
                    .<Incoming>map(bare -> new Incoming.OperatorCommand(message.id(), bare, language(message), true))
                    .orElseGet(() -> reply(message));
        }
        if (command.isPresent()) {
            return new Incoming.OperatorCommand(message.id(), command.get(), language(message), false);
        }
        return message.chat().isPrivate() ? persons(message, false) : talk(message);
    }

    /** In a private chat the operator may link an account of their own as anybody can; Start alone asks for help. */
    private static boolean isPersons(BotCommand command) {
        return PERSONS.contains(command.name()) && !(command.name().equals("start") && command.isBare());
    }

    private static Incoming.OperatorReply reply(Message message) {
        return new Incoming.OperatorReply(
                message.id(),
                message.from().id().orElse(0L),
                message.replyTo().orElseThrow(),
                message.written(),
                message.media(),
                message.file());
    }

    private static Incoming.OperatorTalk talk(Message message) {
        return new Incoming.OperatorTalk(
                message.id(),
                message.from().id().orElse(0L),
                message.foreign(),
                message.written(),
                message.media(),
                message.file());
    }

    private static Incoming persons(Message message, boolean edited) {
        long chat = message.chat().id();
        Optional<String> language = language(message);
        if (edited) {
            return message.text()
                    .<Incoming>map(text -> new Incoming.UserEdit(chat, message.id(), message.written(), language))
                    .orElseGet(Incoming.Nothing::new);
        }
        return command(message)
                .<Incoming>flatMap(command -> persons(command, chat, language))
                .orElseGet(() -> new Incoming.UserMessage(
                        chat,
                        message.id(),
                        message.written(),
                        message.media(),
                        message.file(),
                        message.replyTo().flatMap(Message.Reply::quote),
                        message.foreign(),
                        language));
    }

    /** A command that is not known is one only if nothing follows: words behind it are meant for somebody. */
    private static Optional<Incoming> persons(BotCommand command, long chat, Optional<String> language) {
        return switch (command.name()) {
            case "start" -> Optional.of(new Incoming.Start(chat, command.firstWord(), language));
            case "switch" -> Optional.of(new Incoming.Switch(chat, language));
            case "missed" -> Optional.of(new Incoming.Missed(chat, language));
            case "unlink" -> command.isBare() ? Optional.of(new Incoming.Unlink(chat, language)) : Optional.empty();
            default ->
                command.isBare()
                        ? Optional.of(new Incoming.UserCommand(chat, command.name(), language))
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
