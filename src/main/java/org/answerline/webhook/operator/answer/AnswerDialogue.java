package org.answerline.webhook.operator.answer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.answerline.conversation.message.OperatorIdentity;
import org.answerline.conversation.message.RepliedToMessage;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.message.TelegramMessageRef;
import org.answerline.conversation.outgoing.BotReplies;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.conversation.reply.AnswerOutcome;
import org.answerline.conversation.reply.OperatorReplies;
import org.answerline.platform.text.InputText;
import org.answerline.telegram.text.ContentCard;
import org.answerline.telegram.text.FormattedText;
import org.answerline.telegram.update.MediaFile;
import org.answerline.webhook.event.IncomingEvent;
import org.answerline.webhook.event.IncomingFiles;

/** Stores what operators answer to users. */
@ApplicationScoped
public class AnswerDialogue {

    @Inject
    private OperatorReplies replies;

    @Inject
    private OperatorChat operator;

    @Inject
    private IncomingFiles incomingFiles;

    @Inject
    private AnswerFeedback feedback;

    @Inject
    private BotReplies words;

    /** Handles a Reply; false when it answers no message of the desk, and its author was not yet informed about this. */
    public boolean reply(IncomingEvent.OperatorReply reply, RepliedToMessage repliedMessage) {
        return reply(
                written(reply.messageId(), reply.author(), reply.text(), reply.media(), reply.file()),
                reply.card(),
                repliedMessage);
    }

    /** Handles a message in a user's topic, where Reply need not be pressed. */
    public void inTopic(IncomingEvent.OperatorChatter message, RepliedToMessage topic) {
        reply(
                written(message.messageId(), message.author(), message.text(), message.media(), message.file()),
                message.card(),
                topic);
    }

    private boolean reply(WrittenAnswer written, Optional<ContentCard> card, RepliedToMessage repliedMessage) {
        if (card.isPresent()) {
            AnswerOutcome outcome = replies.answerCopied(repliedMessage, card.get(), origin(written), written.author());
            feedback.tell(
                    outcome,
                    new WrittenAnswer(written.messageId(), written.author(), written.text(), false, Optional.empty()));
            return !(outcome instanceof AnswerOutcome.NotOurs);
        }
        if (written.text().text().isEmpty() && written.enclosed().isEmpty()) {
            words.toOperator(written.messageId(), "telegram.operator.textless");
        } else if (!joined(written)) {
            AnswerOutcome outcome = replies.answer(
                    repliedMessage, written.text(), origin(written), written.enclosed(), written.author());
            feedback.tell(outcome, written);
            return !(outcome instanceof AnswerOutcome.NotOurs);
        }
        return true;
    }

    /** Handles a message without Reply: it may begin with a question's number or belong to such an album; false if it does neither. */
    public boolean numbered(
            long messageId, OperatorIdentity author, FormattedText text, boolean media, Optional<MediaFile> file) {
        WrittenAnswer written = written(messageId, author, text, media, file);
        if (joined(written)) {
            return true;
        }
        Optional<AnswerOutcome> answer =
                replies.answer(written.text(), origin(written), written.enclosed(), written.author());
        answer.ifPresent(outcome -> feedback.tell(outcome, written));
        return answer.isPresent();
    }

    /** Sends a text that an operator has chosen as the answer in a conversation. */
    public void answer(SupportMessage about, FormattedText text, long messageId, OperatorIdentity author) {
        WrittenAnswer written = written(messageId, author, text, false, Optional.empty());
        feedback.tell(replies.answerIn(about, text, origin(written), author), written);
    }

    private WrittenAnswer written(
            long messageId, OperatorIdentity author, FormattedText text, boolean media, Optional<MediaFile> file) {
        FormattedText typed = InputText.isBlank(text.text()) ? FormattedText.plain("") : text;
        return new WrittenAnswer(messageId, author, typed, media, incomingFiles.of(file));
    }

    private boolean joined(WrittenAnswer written) {
        Optional<SupportMessage> answer =
                written.enclosed().flatMap(file -> replies.joined(written.text(), origin(written), file));
        answer.ifPresent(message -> feedback.tellTooLarge(written, message));
        return answer.isPresent();
    }

    private TelegramMessageRef origin(WrittenAnswer written) {
        return new TelegramMessageRef(operator.id(), written.messageId());
    }
}
