package org.answerline.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.answerline.conversation.GivenHints;
import org.answerline.conversation.OperatorChat;
import org.answerline.conversation.SupportDesk;
import org.answerline.conversation.message.RepliedToMessage;
import org.answerline.conversation.message.TelegramMessageRef;
import org.answerline.delivery.Outbox;
import org.answerline.delivery.alarm.Alarms;
import org.answerline.linking.BotUsername;
import org.answerline.platform.observability.Log;
import org.answerline.telegram.BotSettings;
import org.answerline.telegram.update.BotCommand;
import org.answerline.telegram.update.Message;

/** Handles messages in the operators' chat. A mistake is answered with a hint, and nothing of it is sent to a user. */
@ApplicationScoped
class OperatorDialogue {

    private static final Logger LOG = Log.of(OperatorDialogue.class);
    private static final List<String> HELP = List.of("help", "start");

    @Inject
    private SupportDesk desk;

    @Inject
    private OperatorChat operator;

    @Inject
    private Outbox outbox;

    @Inject
    private Alarms alarms;

    @Inject
    private BotSettings bot;

    @Inject
    private AnswerDialogue answers;

    @Inject
    private GivenHints hints;

    @Inject
    private BotUsername identity;

    @Inject
    private BotReplies words;

    void reply(IncomingEvent.OperatorReply reply) {
        if (!answers.reply(reply, repliedMessage(reply)) && mayHint(reply)) {
            words.toOperator(
                    reply.messageId(),
                    operator.hasMoved() ? "telegram.operator.beforemove" : "telegram.operator.notours");
        }
    }

    /** A Reply to another member of the group is ordinary talk. */
    private boolean mayHint(IncomingEvent.OperatorReply reply) {
        boolean toAPerson = reply.repliedMessage()
                .author()
                .filter(author -> author != bot.botId())
                .isPresent();
        return !toAPerson || mayHint(reply.author());
    }

    private boolean mayHint(long author) {
        return operator.id() > 0 || hints.mayHintTalk(operator.id(), author);
    }

    /** Only the bot's own messages may identify a question; other people could forge such a link. */
    private RepliedToMessage repliedMessage(IncomingEvent.OperatorReply reply) {
        Message.Reply original = reply.repliedMessage();
        boolean ours = original.author().filter(author -> author == bot.botId()).isPresent();
        return new RepliedToMessage(
                bot.botId(),
                original.id(),
                original.references().stream()
                        .filter(reference -> ours)
                        .map(reference -> new RepliedToMessage.Place(reference.supportMessageId(), reference.offset()))
                        .toList(),
                original.author().filter(author -> author == reply.author()).isPresent(),
                original.album(),
                original.quotedAt());
    }

    /** The bot was added to the chat again (waiting messages are sent at once), or was removed from it. */
    void door(IncomingEvent.BotMembershipChanged door) {
        if (door.open()) {
            alarms.botAdded(operator.id());
            outbox.resume(operator.id());
        } else {
            alarms.botRemoved(operator.id(), "the bot was removed");
            LOG.log(
                    Level.ERROR,
                    "The bot was removed from the operators' chat; questions wait until it is added again");
        }
    }

    void moved(IncomingEvent.GroupMoved moved) {
        if (operator.isOperatorChat(moved.oldChatId())) {
            outbox.redirect(moved.oldChatId(), moved.newChatId());
        }
    }

    /** A message may begin with a question's number; others get a hint, which is rare in a group, where members talk to each other. */
    void talk(IncomingEvent.OperatorChatter talk) {
        boolean answer = !talk.foreign() && answers.numbered(talk.messageId(), talk.text(), talk.media(), talk.file());
        if (!answer && mayHint(talk.author())) {
            hint(talk.messageId());
        }
    }

    /** The same in a private chat, where an account may be linked too; false when the message names no question. */
    boolean numbered(IncomingEvent.UserMessage message) {
        return !message.foreign()
                && answers.numbered(message.messageId(), message.text(), message.media(), message.file());
    }

    void hint(long messageId) {
        words.toOperator(messageId, "telegram.operator.noreply");
    }

    /** A command in a Reply is sent to nobody: it is meant for a bot, not for a user. */
    void command(IncomingEvent.OperatorCommand typed) {
        BotCommand command = typed.command();
        if (!command.isFor(identity.username())) {
            return;
        }
        boolean help = HELP.contains(command.name());
        if (typed.reply() && !help) {
            words.toOperatorIn(
                    typed.language(), typed.messageId(), "telegram.operator.unknowncommand", "/" + command.name());
        } else if (help || operator.id() > 0 || command.bot().isPresent()) {
            words.toOperatorIn(typed.language(), typed.messageId(), "telegram.operator.help");
        }
    }

    void edit(IncomingEvent.OperatorEdit edit) {
        desk.writtenAs(new TelegramMessageRef(operator.id(), edit.messageId()))
                .filter(answer -> !answer.formatted().equals(edit.text()))
                .filter(answer -> hints.firstEdit(operator.id(), edit.messageId()))
                .ifPresent(answer -> words.toOperatorAbout(answer, edit.messageId(), "telegram.operator.edit"));
    }
}
