package org.answerline.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.answerline.conversation.AdminChat;
import org.answerline.conversation.DeliveryState;
import org.answerline.conversation.Enclosed;
import org.answerline.conversation.OperatorAnswer;
import org.answerline.conversation.RepliedTo;
import org.answerline.conversation.SupportDesk;
import org.answerline.conversation.SupportMessage;
import org.answerline.conversation.TelegramOrigin;
import org.answerline.delivery.Alarms;
import org.answerline.delivery.Outbox;
import org.answerline.platform.Log;
import org.answerline.platform.TypedText;
import org.answerline.telegram.BotSettings;
import org.answerline.telegram.Message;

/** What happens in the operator's chat. A mistake there costs a hint, and nothing of it ever reaches a user. */
@ApplicationScoped
class OperatorDialogue {

    private static final Logger LOG = Log.of(OperatorDialogue.class);

    @Inject
    private SupportDesk desk;

    @Inject
    private AdminChat operator;

    @Inject
    private Outbox outbox;

    @Inject
    private Alarms alarms;

    @Inject
    private BotSettings bot;

    @Inject
    private Enclosures enclosures;

    @Inject
    private Words words;

    void reply(Incoming.OperatorReply reply) {
        Optional<String> text = reply.text().filter(words -> !TypedText.isBlank(words));
        Optional<Enclosed> enclosed = enclosures.of(reply.file());
        if (text.isEmpty() && enclosed.isEmpty()) {
            words.toOperator(reply.messageId(), "telegram.operator.textless");
            return;
        }
        TelegramOrigin origin = new TelegramOrigin(operator.id(), reply.messageId());
        if (enclosed.filter(file -> desk.joined(text.orElse(""), origin, file)).isPresent()) {
            largeOnes(reply, enclosed);
            return;
        }
        OperatorAnswer answer = desk.answer(repliedTo(reply), text.orElse(""), origin, enclosed);
        if (answer instanceof OperatorAnswer.Stored stored) {
            largeOnes(reply, enclosed);
            passedOn(reply, stored.answer(), enclosed);
        } else if (answer instanceof OperatorAnswer.WhichOne) {
            words.toOperator(reply.messageId(), "telegram.operator.whichone");
        } else {
            words.toOperator(
                    reply.messageId(),
                    operator.hasMoved() ? "telegram.operator.beforemove" : "telegram.operator.notours");
        }
    }

    private void largeOnes(Incoming.OperatorReply reply, Optional<Enclosed> enclosed) {
        enclosed.filter(file -> file.file().isTooLarge())
                .ifPresent(file -> words.toOperator(reply.messageId(), "telegram.operator.toolarge"));
    }

    private void passedOn(Incoming.OperatorReply reply, SupportMessage answer, Optional<Enclosed> enclosed) {
        if (reply.media() && enclosed.isEmpty()) {
            words.toOperator(reply.messageId(), "telegram.operator.captiononly");
        }
        if (answer.delivery() == DeliveryState.HELD) {
            words.toOperator(
                    reply.messageId(),
                    desk.isBlocked(answer.userId()) ? "telegram.operator.heldblocked" : "telegram.operator.held");
        }
    }

    /** Only what the bot itself wrote may name a question; anybody else could write such a link. */
    private RepliedTo repliedTo(Incoming.OperatorReply reply) {
        Message.Reply original = reply.repliedTo();
        boolean ours = original.author().filter(author -> author == bot.botId()).isPresent();
        return new RepliedTo(
                bot.botId(),
                original.id(),
                original.references().stream()
                        .filter(reference -> ours)
                        .map(reference -> new RepliedTo.Place(reference.supportMessageId(), reference.offset()))
                        .toList(),
                original.quotedAt());
    }

    /** The bot is back in the chat (what waited leaves at once), or was put out of it. */
    void door(Incoming.OperatorsDoor door) {
        if (door.open()) {
            alarms.opened(operator.id());
            outbox.resume(operator.id());
        } else {
            alarms.shut(operator.id(), "the bot was removed");
            LOG.log(
                    Level.ERROR,
                    "The bot was removed from the operators' chat; questions wait until it is added again");
        }
    }

    void moved(Incoming.GroupMoved moved) {
        if (operator.is(moved.oldChatId())) {
            outbox.redirect(moved.oldChatId(), moved.newChatId());
        }
    }

    void talk(Incoming.OperatorTalk talk) {
        hint(talk.messageId());
    }

    void hint(long messageId) {
        words.toOperator(messageId, "telegram.operator.noreply");
    }

    void edit(Incoming.OperatorEdit edit) {
        desk.writtenAs(new TelegramOrigin(operator.id(), edit.messageId()))
                .filter(answer -> !answer.text().equals(TypedText.clean(edit.text())))
                .ifPresent(answer -> words.toOperator(edit.messageId(), "telegram.operator.edit"));
    }
}
