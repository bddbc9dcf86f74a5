package org.answerline.conversation.correction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.answerline.attachment.Attachments;
import org.answerline.conversation.message.DeliveryState;
import org.answerline.conversation.message.OperatorIdentity;
import org.answerline.conversation.message.RepliedToMessage;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.message.SupportMessages;
import org.answerline.conversation.message.TelegramMessageRef;
import org.answerline.conversation.outgoing.SentCorrections;
import org.answerline.delivery.Outbox;
import org.answerline.delivery.message.MessageKind;

/** Lets operators withdraw their answers. */
@ApplicationScoped
@Transactional
public class AnswerWithdrawals {

    /** An answer to a user was withdrawn and is stored as that; observed in the same transaction. */
    public record Withdrawn(long userId) {}

    /** How old the last answer may be that /undo without a Reply withdraws. */
    private static final Duration RECENT = Duration.ofMinutes(30);

    @Inject
    private SupportMessages messages;

    @Inject
    private SentCorrections sent;

    @Inject
    private Outbox outbox;

    @Inject
    private Attachments attachments;

    @Inject
    private Event<Withdrawn> withdrawn;

    @Inject
    private Clock clock;

    /**
     * Withdraws an answer: what waits is not sent, what was sent is deleted in the user's chat.
     *
     * @param repliedMessage the answer, or a message of the bot about it; without one, the author's last answer of the last
     *     30 minutes, in a user's topic the last one to that user. An anonymous administrator may have to do with the answer of another
     *     one, and therefore has to reply to the answer itself
     */
    public CorrectionOutcome undo(Optional<RepliedToMessage> repliedMessage, long chatId, OperatorIdentity author) {
        Optional<Long> topicUser = repliedMessage.flatMap(RepliedToMessage::topicUserId);
        Optional<RepliedToMessage> pressed = repliedMessage.filter(RepliedToMessage::isPressed);
        if (pressed.isEmpty() && author.isAnonymous()) {
            return new CorrectionOutcome.WhichOne();
        }
        Optional<SupportMessage> found = pressed.isPresent()
                ? answer(pressed.get(), chatId, author)
                : messages.lastAnswerBy(author, topicUser, clock.instant().minus(RECENT));
        return found.map(answer -> undo(answer, author)).orElseGet(CorrectionOutcome.Nothing::new);
    }

    private Optional<SupportMessage> answer(RepliedToMessage replied, long chatId, OperatorIdentity author) {
        return messages.writtenAs(new TelegramMessageRef(chatId, replied.messageId()))
                .or(() -> replied.album().flatMap(album -> messages.writtenAs(chatId, album)))
                .or(() -> author.isAnonymous() ? Optional.empty() : named(replied))
                .filter(SupportMessage::isFromAdmin);
    }

    private Optional<SupportMessage> named(RepliedToMessage replied) {
        return replied.named().stream().findFirst().flatMap(place -> messages.find(place.supportMessageId()));
    }

    private CorrectionOutcome undo(SupportMessage found, OperatorIdentity author) {
        if (!found.isBy(author)) {
            return new CorrectionOutcome.NotTheirs(found);
        }
        if (found.isWithdrawn()) {
            return new CorrectionOutcome.AlreadyWithdrawn(found);
        }
        boolean isOutOfReach = found.delivery() == DeliveryState.DELIVERED && !sent.isKnown(found, MessageKind.ANSWER);
        SupportMessage answer = withdraw(found);
        return isOutOfReach ? new CorrectionOutcome.OutOfReach(answer) : new CorrectionOutcome.Done(answer);
    }

    /** Withdraws an answer, whoever wrote it. */
    SupportMessage withdraw(SupportMessage found) {
        outbox.withdraw(found.id(), MessageKind.ANSWER);
        SupportMessage answer = messages.locked(found);
        messages.withdraw(answer, clock.instant());
        attachments.withdraw(answer.id());
        sent.recall(answer);
        withdrawn.fire(new Withdrawn(answer.userId()));
        return answer;
    }
}
