package org.answerline.conversation.correction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.answerline.attachment.Attachments;
import org.answerline.conversation.message.AlbumCaptions;
import org.answerline.conversation.message.DeliveryState;
import org.answerline.conversation.message.OperatorIdentity;
import org.answerline.conversation.message.QuestionNumbers;
import org.answerline.conversation.message.RepliedToMessage;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.message.SupportMessages;
import org.answerline.conversation.message.TelegramMessageRef;
import org.answerline.conversation.outgoing.OutgoingMessages;
import org.answerline.conversation.outgoing.SentCorrections;
import org.answerline.conversation.reply.NoteText;
import org.answerline.conversation.reply.NumberedText;
import org.answerline.delivery.Outbox;
import org.answerline.delivery.message.MessageKind;
import org.answerline.platform.text.InputText;
import org.answerline.telegram.text.FormattedText;

/** Lets operators edit and withdraw their answers. */
@ApplicationScoped
@Transactional
public class AnswerCorrections {

    /** How old the last answer may be that /undo without a Reply withdraws. */
    private static final Duration RECENT = Duration.ofMinutes(30);

    @Inject
    private SupportMessages messages;

    @Inject
    private AlbumCaptions captions;

    @Inject
    private QuestionNumbers numbers;

    @Inject
    private SentCorrections sent;

    @Inject
    private OutgoingMessages dispatch;

    @Inject
    private Outbox outbox;

    @Inject
    private Attachments attachments;

    @Inject
    private Clock clock;

    /**
     * Withdraws an answer: what waits is not sent, what was sent is deleted in the user's chat.
     *
     * @param repliedMessage the answer, or a message of the bot about it; without one, the author's last answer of the last
     *     30 minutes, in a user's topic the last one to that user
     */
    public CorrectionOutcome undo(Optional<RepliedToMessage> repliedMessage, long chatId, OperatorIdentity author) {
        Optional<Long> topicUser = repliedMessage.flatMap(RepliedToMessage::topicUserId);
        Optional<SupportMessage> found =
                repliedMessage.filter(RepliedToMessage::isPressed).flatMap(replied -> answer(replied, chatId));
        if (repliedMessage.filter(RepliedToMessage::isPressed).isEmpty()) {
            found = messages.lastAnswerBy(author, topicUser, clock.instant().minus(RECENT));
        }
        return found.map(answer -> undo(answer, author)).orElseGet(CorrectionOutcome.Nothing::new);
    }

    private Optional<SupportMessage> answer(RepliedToMessage replied, long chatId) {
        return messages.writtenAs(new TelegramMessageRef(chatId, replied.messageId()))
                .or(() -> replied.album().flatMap(album -> messages.writtenAs(chatId, album)))
                .or(() ->
                        replied.named().stream().findFirst().flatMap(place -> messages.find(place.supportMessageId())))
                .filter(SupportMessage::isFromAdmin);
    }

    private CorrectionOutcome undo(SupportMessage found, OperatorIdentity author) {
        if (!found.isBy(author)) {
            return new CorrectionOutcome.NotTheirs(found);
        }
        if (found.isWithdrawn()) {
            return new CorrectionOutcome.AlreadyWithdrawn(found);
        }
        return new CorrectionOutcome.Done(withdraw(found));
    }

    /** Withdraws an answer, whoever wrote it. */
    SupportMessage withdraw(SupportMessage found) {
        outbox.takeBack(found.id(), MessageKind.ANSWER);
        outbox.forgetFailed(found.id(), MessageKind.ANSWER);
        SupportMessage answer = messages.locked(found);
        answer.withdraw(clock.instant());
        messages.changed(answer);
        attachments.withdraw(answer.id());
        sent.recall(answer);
        return answer;
    }

    /** Takes the new text of a message in the operators' chat, which may be an answer. */
    public CorrectionOutcome edit(TelegramMessageRef origin, FormattedText text) {
        Optional<SupportMessage> found = messages.writtenAs(origin).filter(SupportMessage::isFromAdmin);
        if (found.isEmpty()) {
            return new CorrectionOutcome.Nothing();
        }
        SupportMessage answer = found.get();
        FormattedText caption = withoutNumber(answer, text);
        FormattedText words = captions.textWith(answer.id(), origin, caption);
        if (words.equals(answer.formatted())) {
            return new CorrectionOutcome.Nothing();
        }
        if (answer.isWithdrawn()) {
            return new CorrectionOutcome.AlreadyWithdrawn(answer);
        }
        boolean isText =
                !InputText.isBlank(words.text()) && NoteText.in(text.text()).isEmpty();
        if (!isText) {
            return new CorrectionOutcome.NotAnAnswer(answer);
        }
        captions.change(origin, caption);
        return edit(answer, words);
    }

    /** Locks the deliveries before the message, as the dispatcher does when it records that one has arrived. */
    private CorrectionOutcome edit(SupportMessage found, FormattedText words) {
        Optional<Instant> turn = outbox.takeBack(found.id(), MessageKind.ANSWER);
        SupportMessage answer = messages.locked(found);
        messages.replaceText(answer, words, clock.instant());
        if (answer.delivery() == DeliveryState.HELD || answer.delivery() == DeliveryState.FAILED) {
            return new CorrectionOutcome.Done(answer);
        }
        if (turn.isPresent()) {
            dispatch.across(answer, Duration.ZERO);
            outbox.giveTurn(turn.get(), answer.id(), MessageKind.ANSWER);
            return new CorrectionOutcome.Done(answer);
        }
        if (outbox.isOnItsWay(answer.id(), MessageKind.ANSWER)) {
            answer.setEditPending(true);
            return new CorrectionOutcome.Done(answer);
        }
        return sent.change(answer, MessageKind.ANSWER, dispatch.answerParts(answer))
                ? new CorrectionOutcome.Done(answer)
                : new CorrectionOutcome.OnSiteOnly(answer);
    }

    /** A number that only selected the question is not part of the answer. */
    private FormattedText withoutNumber(SupportMessage answer, FormattedText text) {
        return NumberedText.in(text.text())
                .filter(numbered -> numbers.numbered(numbered.number())
                        .filter(question -> question.userId() == answer.userId())
                        .isPresent())
                .map(numbered -> text.ending(numbered.text()))
                .orElse(text);
    }
}
