package org.answerline.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.answerline.attachment.Attachments;
import org.answerline.attachment.FileReady;
import org.answerline.attachment.FileRefusedException;
import org.answerline.conversation.block.QuestionIntake;
import org.answerline.conversation.block.UserBlockedException;
import org.answerline.conversation.message.NewQuestion;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.message.SupportMessages;
import org.answerline.conversation.message.TelegramMessageRef;
import org.answerline.conversation.reply.IncomingFile;
import org.answerline.conversation.reply.MediaGroups;
import org.answerline.telegram.text.ContentCard;
import org.answerline.telegram.text.FormattedText;

/** Takes users' messages: each is stored before it goes to the operators. */
@ApplicationScoped
@Transactional
public class SupportDesk {

    @Inject
    private SupportMessages messages;

    @Inject
    private IdempotencyKeys idempotencyKeys;

    @Inject
    private Attachments attachments;

    @Inject
    private QuestionIntake intake;

    @Inject
    private MediaGroups mediaGroups;

    @Inject
    private Clock clock;

    /**
     * Stores a question from the site with its files and queues it for the operator.
     *
     * @throws FileRefusedException if there are too many files, or one is not an unsent file of this user
     * @throws UserBlockedException if support has blocked the user and blocked users are told
     */
    public SupportMessage ask(long userId, NewQuestion question) {
        intake.check(userId);
        SupportMessage message = SupportMessage.asked(userId, question, clock.instant());
        messages.add(message);
        attachments.attach(userId, message.id(), question.files());
        boolean bare = question.files().isEmpty();
        return intake.send(message, bare ? List.of() : attachments.of(message.id()), Duration.ZERO);
    }

    /**
     * Does so once for each key, however often and on whatever node it is asked.
     *
     * @return what the first call with this key stored
     * @throws IdempotencyKeyReusedException if the key was used for another question
     * @throws FileRefusedException as when it is asked without a key
     * @throws UserBlockedException as when it is asked without a key
     */
    public SupportMessage askOnce(long userId, NewQuestion question, String submissionKey) {
        return idempotencyKeys.once(userId, submissionKey, question, () -> ask(userId, question));
    }

    /** Does so once for each form that was shown and what was written into it; after going back and editing it is another question. */
    public SupportMessage askByForm(long userId, NewQuestion question, String form) {
        return askOnce(userId, question, "form:" + form + ":" + idempotencyKeys.fingerprint(userId, question));
    }

    /**
     * Stores what a linked user wrote or sent in Telegram and queues it for the operator.
     *
     * @param quote the words that it is a Reply to
     */
    public SupportMessage tell(
            long userId,
            FormattedText text,
            Optional<String> quote,
            TelegramMessageRef origin,
            Optional<IncomingFile> enclosed) {
        SupportMessage message = SupportMessage.written(userId, text, origin, clock.instant());
        quote.ifPresent(message::quotes);
        return intake.send(message, mediaGroups.store(message, enclosed), MediaGroups.hold(enclosed));
    }

    /**
     * Stores a message of a linked user that is neither text nor a file, and queues it for the operator: the text, and a copy of the message.
     *
     * @param card what it contains
     */
    public SupportMessage tellCopied(long userId, ContentCard card, Optional<String> quote, TelegramMessageRef origin) {
        SupportMessage message = SupportMessage.written(userId, intake.textOf(card, userId), origin, clock.instant());
        message.setCopied();
        quote.ifPresent(message::quotes);
        return intake.send(message, mediaGroups.store(message, Optional.empty()), Duration.ZERO);
    }

    /**
     * Adds a further part of an album to the message that its first part became; a part that comes late is sent on its own.
     *
     * @return that message; empty when this is the first part
     */
    public Optional<SupportMessage> joined(FormattedText text, TelegramMessageRef origin, IncomingFile enclosed) {
        return mediaGroups.joined(text, origin, enclosed);
    }

    /** A file that came from Telegram can be opened now, or never will be: open pages have to show that. */
    void settle(@Observes FileReady file) {
        messages.touch(file.supportMessageId(), clock.instant());
    }
}
