package org.answerline.webhook.operator.answer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.answerline.conversation.ConversationCards;
import org.answerline.conversation.DeliveryReactions;
import org.answerline.conversation.HeldAnswers;
import org.answerline.conversation.hint.GivenHints;
import org.answerline.conversation.message.DeliveryState;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.outgoing.BotReplies;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.conversation.reply.AnswerOutcome;
import org.answerline.conversation.team.ConversationOwner;

/** Tells operators what became of an answer that is not simply on its way: not sent, held, sent in part, or in the conversation of another operator. */
@ApplicationScoped
public class AnswerFeedback {

    @Inject
    private HeldAnswers held;

    @Inject
    private OperatorChat operator;

    @Inject
    private GivenHints hints;

    @Inject
    private DeliveryReactions deliveryReactions;

    @Inject
    private ConversationCards cards;

    @Inject
    private BotReplies words;

    /** Tells the author what became of an answer, unless it was simply sent. */
    public void tell(AnswerOutcome outcome, WrittenAnswer written) {
        if (outcome instanceof AnswerOutcome.Stored stored) {
            tellTooLarge(written, stored.answer());
            passedOn(written, stored.answer());
            stored.other().ifPresent(owner -> tellOfOwner(written, stored.answer(), owner));
        } else if (outcome instanceof AnswerOutcome.NothingToSend nothing) {
            words.toOperatorAbout(nothing.question(), written.messageId(), "telegram.operator.nothing");
        } else if (outcome instanceof AnswerOutcome.TwoPeople two) {
            words.toOperator(written.messageId(), "telegram.operator.twopeople", "#" + two.number());
        } else if (outcome instanceof AnswerOutcome.WhichOne) {
            words.toOperator(written.messageId(), "telegram.operator.whichone");
        } else if (outcome instanceof AnswerOutcome.Gone) {
            words.toOperator(written.messageId(), "telegram.operator.gone");
        }
    }

    /** A file that is too large for a bot to fetch is not sent. */
    public void tellTooLarge(WrittenAnswer written, SupportMessage answer) {
        written.enclosed()
                .filter(file -> file.file().isTooLarge())
                .ifPresent(file -> words.toOperatorAbout(
                        answer,
                        written.messageId(),
                        answer.delivery() == DeliveryState.HELD
                                ? "telegram.operator.toolargeheld"
                                : "telegram.operator.toolarge",
                        file.file().name()));
    }

    /** The answer was sent all the same: both operators read this. */
    private void tellOfOwner(WrittenAnswer written, SupportMessage answer, ConversationOwner owner) {
        if (hints.mayTellOfOwner(operator.id(), answer.userId())) {
            words.toOperatorAbout(
                    answer, written.messageId(), "telegram.operator.othersconversation", cards.named(owner.name()));
        }
    }

    private void passedOn(WrittenAnswer written, SupportMessage answer) {
        if (written.media() && written.enclosed().isEmpty()) {
            words.toOperatorAbout(answer, written.messageId(), "telegram.operator.captiononly");
        }
        if (answer.delivery() == DeliveryState.HELD) {
            kept(written, answer);
        }
    }

    /**
     * Each answer that is stored but not sent gets a reaction, which is explained once in a conversation. The explanation does not
     * promise that a file is on the site: it has to be downloaded first, and may be of a type that is not stored there.
     */
    private void kept(WrittenAnswer written, SupportMessage answer) {
        deliveryReactions.kept(written.messageId());
        boolean blocked = held.isBlocked(answer.userId());
        if (hints.firstKept(operator.id(), answer.userId(), blocked)) {
            String key = "telegram.operator.held"
                    + (written.enclosed().isPresent() ? "file" : "")
                    + (blocked ? "blocked" : "");
            words.toOperatorAbout(answer, written.messageId(), key);
        }
    }
}
