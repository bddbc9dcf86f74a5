package org.answerline.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.answerline.conversation.GivenHints;
import org.answerline.conversation.HeldAnswers;
import org.answerline.conversation.SupportDesk;
import org.answerline.conversation.correction.QuestionEdits;
import org.answerline.conversation.message.TelegramMessageRef;
import org.answerline.conversation.outgoing.BotReplies;
import org.answerline.conversation.rating.RatingRequests;
import org.answerline.conversation.reply.IncomingFile;
import org.answerline.linking.LinkOutcome;
import org.answerline.linking.LinkedUser;
import org.answerline.linking.TelegramLinking;
import org.answerline.platform.text.InputText;
import org.answerline.platform.text.Texts;
import org.answerline.telegram.text.FormattedText;
import org.answerline.telegram.update.Message;
import org.answerline.webhook.event.IncomingEvent;
import org.answerline.webhook.event.IncomingFiles;

/** Handles messages in a user's private chat with the bot. */
@ApplicationScoped
class UserDialogue {

    /** The first character of every answer, in any language; the first line is the heading. */
    private static final String ANSWER = "📩";

    private static final String HEAD_END = "\n\n";

    @Inject
    private TelegramLinking linking;

    @Inject
    private SupportDesk desk;

    @Inject
    private QuestionEdits edits;

    @Inject
    private HeldAnswers held;

    @Inject
    private GivenHints hints;

    @Inject
    private IncomingFiles incomingFiles;

    @Inject
    private UserMessageRefusals refusals;

    @Inject
    private RatingRequests ratings;

    @Inject
    private BotReplies words;

    void start(IncomingEvent.StartCommand start) {
        boolean linked = writing(start.chatId()).isPresent();
        if (start.parameter().isEmpty()) {
            words.toChat(
                    start.chatId(), start.language(), linked ? "telegram.user.welcomeback" : "telegram.user.howtolink");
            return;
        }
        tell(
                start.chatId(),
                start.language(),
                linking.accept(start.parameter(), start.chatId(), spoken(start.language())));
    }

    void switchAccount(IncomingEvent.SwitchCommand decision) {
        writing(decision.chatId());
        tell(
                decision.chatId(),
                decision.language(),
                linking.switchAccount(decision.chatId(), spoken(decision.language())));
    }

    void unlink(IncomingEvent.Unlink decision) {
        linking.unlinkChat(decision.chatId())
                .ifPresentOrElse(
                        account -> words.toChat(
                                decision.chatId(), decision.language(), "telegram.user.unlinked", account.email()),
                        () -> words.toChat(decision.chatId(), decision.language(), "telegram.user.notlinked"));
    }

    void message(IncomingEvent.UserMessage message) {
        if (!fromUser(message)) {
            words.toChat(message.chatId(), message.language(), "telegram.user.howtolink");
        }
    }

    /** Accepts a message if its chat is linked. */
    boolean fromUser(IncomingEvent.UserMessage message) {
        Optional<LinkedUser> user = writing(message.chatId());
        user.ifPresent(linked -> {
            linking.setLanguage(linked.userId(), spoken(message.language()));
            fromLinked(linked, message);
        });
        return user.isPresent();
    }

    /** Sends help, also for a command that the desk does not know. */
    void command(IncomingEvent.UserCommand command) {
        if (writing(command.chatId()).isEmpty()) {
            words.toChat(command.chatId(), command.language(), "telegram.user.howtolink");
        } else if (command.name().equals("help")) {
            words.toChat(command.chatId(), command.language(), "telegram.user.help");
        } else {
            words.toChat(command.chatId(), command.language(), "telegram.user.unknowncommand", "/" + command.name());
        }
    }

    /** Stores the name of the Telegram user, for the page that shows which Telegram is linked. */
    void remember(Message message) {
        if (message.chat().isPrivate() && !message.foreign()) {
            message.from()
                    .name()
                    .ifPresent(name -> linking.isNamed(message.chat().id(), name));
        }
    }

    void edit(IncomingEvent.UserEdit edit) {
        Optional<LinkedUser> user = linking.userIn(edit.chatId());
        if (user.isPresent() && !refusals.isRefused(user.get().userId(), edit)) {
            edits.edit(new TelegramMessageRef(edit.chatId(), edit.messageId()), edit.text());
        }
    }

    /** After unblocking the bot the user is informed about answers that could not be sent, and can fetch them. */
    void blocking(IncomingEvent.BotBlockedChanged blocking) {
        Optional<LinkedUser> user = linking.setMayWrite(blocking.chatId(), blocking.mayWrite());
        if (blocking.mayWrite() && user.isPresent()) {
            hints.forgetKept(user.get().userId());
            int missed = held.missed(user.get().userId());
            if (missed > 0) {
                words.toChat(
                        blocking.chatId(), Optional.ofNullable(user.get().language()), "telegram.user.missed", missed);
            }
        }
    }

    void missed(IncomingEvent.MissedCommand missed) {
        Optional<LinkedUser> user = linking.userIn(missed.chatId());
        user.ifPresent(this::unblock);
        if (user.isEmpty()) {
            words.toChat(missed.chatId(), missed.language(), "telegram.user.howtolink");
        } else if (held.send(user.get().userId()) == 0) {
            words.toChat(missed.chatId(), missed.language(), "telegram.user.nothingmissed");
        }
    }

    /** The user of a chat that writes, and therefore no longer blocks the bot: answers that were held are sent. */
    private Optional<LinkedUser> writing(long chatId) {
        Optional<LinkedUser> user = linking.userIn(chatId);
        user.filter(this::unblock).ifPresent(back -> held.send(back.userId()));
        return user;
    }

    /** Returns whether the user was recorded as blocking the bot. */
    private boolean unblock(LinkedUser user) {
        if (user.blocked()) {
            hints.forgetKept(user.userId());
            linking.setMayWrite(user.chatId(), true);
        }
        return user.blocked();
    }

    private void fromLinked(LinkedUser user, IncomingEvent.UserMessage message) {
        if (isComment(user, message)) {
            words.toChatOn(message.chatId(), message.messageId(), message.language(), "telegram.user.rated.comment");
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

    /** Only a Reply to the message with the rating is a comment; anything else is a message to support. */
    private boolean isComment(LinkedUser user, IncomingEvent.UserMessage message) {
        return !message.media()
                && !message.foreign()
                && message.replied().stream()
                        .flatMap(replied -> replied.references().stream())
                        .anyMatch(reference -> ratings.isComment(
                                user.userId(),
                                reference.supportMessageId(),
                                message.text().text()));
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

    private void tell(long chatId, Optional<String> language, LinkOutcome acceptance) {
        if (acceptance instanceof LinkOutcome.Linked linked) {
            words.toChat(chatId, language, "telegram.user.linked", linked.name(), linked.email());
            linked.previousChat().ifPresent(previous -> words.toChat(previous, language, "telegram.user.movedaway"));
            held.send(linked.userId());
        } else if (acceptance instanceof LinkOutcome.AlreadyLinked already) {
            words.toChat(chatId, language, "telegram.user.alreadylinked", already.name());
        } else if (acceptance instanceof LinkOutcome.ChatOfAnother other) {
            words.toChat(chatId, language, "telegram.user.otheraccount", other.currentEmail(), other.wantedEmail());
        } else {
            words.toChat(chatId, language, refusal(acceptance));
        }
    }

    private static String refusal(LinkOutcome acceptance) {
        if (acceptance instanceof LinkOutcome.AlreadyUsed) {
            return "telegram.user.usedtoken";
        }
        if (acceptance instanceof LinkOutcome.Expired) {
            return "telegram.user.expiredtoken";
        }
        if (acceptance instanceof LinkOutcome.NothingToSwitch) {
            return "telegram.user.nothingtoswitch";
        }
        return "telegram.user.unknowntoken";
    }

    private static String spoken(Optional<String> language) {
        return language.flatMap(Texts::spoken).orElse(null);
    }
}
