package org.answerline.webhook.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.answerline.conversation.ConversationCards;
import org.answerline.conversation.DeliveryReactions;
import org.answerline.conversation.GivenHints;
import org.answerline.conversation.HeldAnswers;
import org.answerline.conversation.message.DeliveryState;
import org.answerline.conversation.message.OperatorIdentity;
import org.answerline.conversation.message.RepliedToMessage;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.message.TelegramMessageRef;
import org.answerline.conversation.outgoing.BotReplies;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.conversation.reply.AnswerOutcome;
import org.answerline.conversation.reply.IncomingFile;
import org.answerline.conversation.reply.OperatorReplies;
import org.answerline.conversation.team.ConversationOwner;
import org.answerline.platform.text.InputText;
import org.answerline.telegram.text.ContentCard;
import org.answerline.telegram.text.FormattedText;
import org.answerline.telegram.update.MediaFile;
import org.answerline.webhook.event.IncomingEvent;
import org.answerline.webhook.event.IncomingFiles;

/** Stores what operators answer to users, and tells the operators what happens with it. */
@ApplicationScoped
class AnswerDialogue {

    /** The parts of a message in the operators' chat that may be sent to a user. */
    record Written(
            long messageId,
            OperatorIdentity author,
            FormattedText text,
            boolean media,
            Optional<IncomingFile> enclosed) {}

    @Inject
    private OperatorReplies replies;

    @Inject
    private HeldAnswers held;

    @Inject
    private OperatorChat operator;

    @Inject
    private GivenHints hints;

    @Inject
    private DeliveryReactions deliveryReactions;

    @Inject
    private IncomingFiles incomingFiles;

    @Inject
    private ConversationCards cards;

    @Inject
    private BotReplies words;

    /** Handles a Reply; false when it answers no message of the desk, and its author was not yet informed about this. */
    boolean reply(IncomingEvent.OperatorReply reply, RepliedToMessage repliedMessage) {
        return reply(
                written(reply.messageId(), reply.author(), reply.text(), reply.media(), reply.file()),
                reply.card(),
                repliedMessage);
    }

    /** Handles a message in a user's topic, where Reply need not be pressed. */
    void inTopic(IncomingEvent.OperatorChatter message, RepliedToMessage topic) {
        reply(
                written(message.messageId(), message.author(), message.text(), message.media(), message.file()),
                message.card(),
                topic);
    }

    private boolean reply(Written written, Optional<ContentCard> card, RepliedToMessage repliedMessage) {
        if (card.isPresent()) {
            AnswerOutcome outcome = replies.answerCopied(repliedMessage, card.get(), origin(written), written.author());
            tell(outcome, new Written(written.messageId(), written.author(), written.text(), false, Optional.empty()));
            return !(outcome instanceof AnswerOutcome.NotOurs);
        }
        if (written.text().text().isEmpty() && written.enclosed().isEmpty()) {
            words.toOperator(written.messageId(), "telegram.operator.textless");
        } else if (!joined(written)) {
            AnswerOutcome outcome = replies.answer(
                    repliedMessage, written.text(), origin(written), written.enclosed(), written.author());
            tell(outcome, written);
            return !(outcome instanceof AnswerOutcome.NotOurs);
        }
        return true;
    }

    /** Handles a message without Reply: it may begin with a question's number or belong to such an album; false if it does neither. */
    boolean numbered(
            long messageId, OperatorIdentity author, FormattedText text, boolean media, Optional<MediaFile> file) {
        Written written = written(messageId, author, text, media, file);
        if (joined(written)) {
            return true;
        }
        Optional<AnswerOutcome> answer =
                replies.answer(written.text(), origin(written), written.enclosed(), written.author());
        answer.ifPresent(outcome -> tell(outcome, written));
        return answer.isPresent();
    }

    /** Sends a text that an operator has chosen as the answer in a conversation. */
    void answer(SupportMessage about, FormattedText text, long messageId, OperatorIdentity author) {
        Written written = written(messageId, author, text, false, Optional.empty());
        tell(replies.answerIn(about, text, origin(written), author), written);
    }

    private Written written(
            long messageId, OperatorIdentity author, FormattedText text, boolean media, Optional<MediaFile> file) {
        FormattedText typed = InputText.isBlank(text.text()) ? FormattedText.plain("") : text;
        return new Written(messageId, author, typed, media, incomingFiles.of(file));
    }

    private boolean joined(Written written) {
        Optional<SupportMessage> answer =
                written.enclosed().flatMap(file -> replies.joined(written.text(), origin(written), file));
        answer.ifPresent(message -> largeOnes(written, message));
        return answer.isPresent();
    }

    private void tell(AnswerOutcome outcome, Written written) {
        if (outcome instanceof AnswerOutcome.Stored stored) {
            largeOnes(written, stored.answer());
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

    private void largeOnes(Written written, SupportMessage answer) {
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
    private void tellOfOwner(Written written, SupportMessage answer, ConversationOwner owner) {
        if (hints.mayTellOfOwner(operator.id(), answer.userId())) {
            words.toOperatorAbout(
                    answer, written.messageId(), "telegram.operator.othersconversation", cards.named(owner.name()));
        }
    }

    private void passedOn(Written written, SupportMessage answer) {
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
    private void kept(Written written, SupportMessage answer) {
        deliveryReactions.kept(written.messageId());
        boolean blocked = held.isBlocked(answer.userId());
        if (hints.firstKept(operator.id(), answer.userId(), blocked)) {
            String key = "telegram.operator.held"
                    + (written.enclosed().isPresent() ? "file" : "")
                    + (blocked ? "blocked" : "");
            words.toOperatorAbout(answer, written.messageId(), key);
        }
    }

    private TelegramMessageRef origin(Written written) {
        return new TelegramMessageRef(operator.id(), written.messageId());
    }
}
