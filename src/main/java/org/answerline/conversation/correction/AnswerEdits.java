package org.answerline.conversation.correction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.answerline.conversation.message.AlbumCaptions;
import org.answerline.conversation.message.DeliveryState;
import org.answerline.conversation.message.QuestionNumbers;
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

/** Lets operators edit their answers. */
@ApplicationScoped
@Transactional
public class AnswerEdits {

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
    private Clock clock;

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
        Optional<CorrectionOutcome> elsewhere = elsewhere(answer, text.text());
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        boolean isEmpty = InputText.isBlank(words.text()) && !dispatch.hasFiles(answer);
        if (isEmpty || NoteText.in(text.text()).isPresent()) {
            return new CorrectionOutcome.NotAnAnswer(answer);
        }
        captions.change(origin, caption);
        return edit(answer, words);
    }

    /**
     * Says why an answer does not take a text that begins with the number of a question which is not its user's: the answer has reached that
     * user, and an edit sends nothing to another one.
     */
    public Optional<CorrectionOutcome> elsewhere(SupportMessage answer, String text) {
        return NumberedText.in(text)
                .map(NumberedText::number)
                // It was no question's number when the answer was sent.
                .filter(number -> !answer.text().startsWith("#" + number + " "))
                .filter(number -> !isOfUser(number, answer.userId()) && numbers.wasGiven(number))
                .map(number -> answer.isWithdrawn()
                        ? new CorrectionOutcome.AlreadyWithdrawn(answer)
                        : new CorrectionOutcome.OtherQuestion(answer, number));
    }

    private boolean isOfUser(long number, long userId) {
        return numbers.numbered(number)
                .filter(question -> question.userId() == userId)
                .isPresent();
    }

    /** Locks the deliveries before the message, as the dispatcher does when it records that one has arrived. */
    private CorrectionOutcome edit(SupportMessage found, FormattedText words) {
        Optional<Instant> turn = outbox.takeBack(found.id(), MessageKind.ANSWER);
        SupportMessage answer = messages.locked(found);
        if (answer.isWithdrawn()) {
            // By a transaction that ended after this one had read it.
            return new CorrectionOutcome.AlreadyWithdrawn(answer);
        }
        messages.replaceText(answer, words, clock.instant());
        if (answer.delivery() == DeliveryState.HELD) {
            return new CorrectionOutcome.Done(answer);
        }
        if (answer.delivery() == DeliveryState.FAILED) {
            // If the owner retries the failed deliveries, they send the earlier text, which has to be changed then.
            answer.setEditPending(true);
            return new CorrectionOutcome.Done(answer);
        }
        if (turn.isPresent()) {
            dispatch.across(answer, Duration.ZERO);
            outbox.giveTurn(turn.get(), answer.id(), MessageKind.ANSWER);
            return new CorrectionOutcome.Done(answer);
        }
        return inTelegram(answer);
    }

    private CorrectionOutcome inTelegram(SupportMessage answer) {
        if (outbox.isOnItsWay(answer.id(), MessageKind.ANSWER)) {
            answer.setEditPending(true);
            return new CorrectionOutcome.Done(answer);
        }
        dispatch.lockChatOf(answer.userId());
        return sent.change(answer, MessageKind.ANSWER, dispatch.answerParts(answer))
                ? new CorrectionOutcome.Done(answer)
                : new CorrectionOutcome.OnSiteOnly(answer);
    }

    /** A number that only selected the question is not part of the answer. */
    private FormattedText withoutNumber(SupportMessage answer, FormattedText text) {
        return NumberedText.in(text.text())
                .filter(numbered -> isOfUser(numbered.number(), answer.userId()))
                .map(numbered -> text.ending(numbered.text()))
                .orElse(text);
    }
}
