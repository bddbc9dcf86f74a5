package org.answerline.webhook.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.answerline.conversation.ConversationReader;
import org.answerline.conversation.DeliveryReactions;
import org.answerline.conversation.correction.AnswerEdits;
import org.answerline.conversation.correction.AnswerWithdrawals;
import org.answerline.conversation.correction.CorrectionOutcome;
import org.answerline.conversation.message.RepliedToMessage;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.message.TelegramMessageRef;
import org.answerline.conversation.outgoing.BotReplies;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.telegram.text.FormattedText;
import org.answerline.telegram.update.BotCommand;
import org.answerline.webhook.event.IncomingEvent;

/** Takes edits of answers and /undo, and tells operators what became of them. */
@ApplicationScoped
class CorrectionDialogue implements OperatorAction {

    @Inject
    private AnswerEdits edits;

    @Inject
    private AnswerWithdrawals withdrawals;

    @Inject
    private ConversationReader conversations;

    @Inject
    private CannedReplyAction canned;

    @Inject
    private OperatorChat operator;

    @Inject
    private DeliveryReactions reactions;

    @Inject
    private BotReplies words;

    /**
     * Changes an answer as its operator has changed the message. A message that sent a canned reply may name another one now; no other
     * command becomes an answer.
     *
     * @return false if the edit was refused, which its author is told
     */
    boolean edit(IncomingEvent.OperatorEdit edit) {
        if (OperatorCommandName.beginning(edit.text().text()).isEmpty()) {
            return edit(edit.messageId(), edit.text());
        }
        Optional<BotCommand> command = BotCommand.in(edit.text().text());
        Optional<SupportMessage> answer = conversations.writtenAs(origin(edit)).filter(SupportMessage::isFromAdmin);
        if (command.filter(CorrectionDialogue::isCanned).isEmpty()) {
            answer.ifPresent(about -> words.toOperatorAbout(about, edit.messageId(), "telegram.operator.editrefused"));
        } else if (answer.isPresent()) {
            return fill(answer.get(), command.get().argument(), edit.messageId());
        } else {
            words.toOperator(edit.messageId(), "telegram.operator.editedcommand");
        }
        return false;
    }

    private boolean fill(SupportMessage answer, String argument, long messageId) {
        Optional<CorrectionOutcome> elsewhere = edits.elsewhere(answer, CommandTargets.numberFirst(argument));
        if (elsewhere.isPresent()) {
            tell(elsewhere.get(), messageId);
            return false;
        }
        return canned.filled(answer, CommandTargets.withoutNumber(argument), messageId)
                .map(text -> edit(messageId, text))
                .orElse(false);
    }

    private static boolean isCanned(BotCommand command) {
        return OperatorCommandName.of(command.name()).equals(Optional.of(OperatorCommandName.T));
    }

    private boolean edit(long messageId, FormattedText text) {
        CorrectionOutcome outcome = edits.edit(new TelegramMessageRef(operator.id(), messageId), text);
        tell(outcome, messageId);
        return !outcome.isRefused();
    }

    private TelegramMessageRef origin(IncomingEvent.OperatorEdit edit) {
        return new TelegramMessageRef(operator.id(), edit.messageId());
    }

    @Override
    public Set<OperatorCommandName> names() {
        return Set.of(OperatorCommandName.UNDO);
    }

    @Override
    public void run(OperatorCommandName name, IncomingEvent.OperatorCommand typed, Optional<RepliedToMessage> replied) {
        undo(typed, replied);
    }

    /** Withdraws an answer. */
    private void undo(IncomingEvent.OperatorCommand typed, Optional<RepliedToMessage> replied) {
        CorrectionOutcome outcome = withdrawals.undo(replied, operator.id(), typed.author());
        if (outcome instanceof CorrectionOutcome.Nothing) {
            words.toOperator(typed.messageId(), "telegram.operator.nothingtoundo");
        } else if (outcome instanceof CorrectionOutcome.WhichOne) {
            words.toOperator(typed.messageId(), "telegram.operator.undowhichone");
        } else {
            tell(outcome, typed.messageId());
        }
    }

    private void tell(CorrectionOutcome outcome, long messageId) {
        if (outcome instanceof CorrectionOutcome.Done) {
            reactions.done(messageId);
        } else if (outcome instanceof CorrectionOutcome.OnSiteOnly site) {
            words.toOperatorAbout(site.message(), messageId, "telegram.operator.editonsite");
        } else if (outcome instanceof CorrectionOutcome.NotAnAnswer not) {
            words.toOperatorAbout(not.message(), messageId, "telegram.operator.editrefused");
        } else if (outcome instanceof CorrectionOutcome.OtherQuestion other) {
            words.toOperatorAbout(other.message(), messageId, "telegram.operator.editelsewhere", "#" + other.number());
        } else if (outcome instanceof CorrectionOutcome.AlreadyWithdrawn already) {
            words.toOperatorAbout(already.message(), messageId, "telegram.operator.withdrawnalready");
        } else if (outcome instanceof CorrectionOutcome.OutOfReach old) {
            words.toOperatorAbout(old.message(), messageId, "telegram.operator.withdrawnonsite");
        } else if (outcome instanceof CorrectionOutcome.NotTheirs not) {
            words.toOperatorAbout(not.message(), messageId, "telegram.operator.undonottheirs");
        }
    }
}
