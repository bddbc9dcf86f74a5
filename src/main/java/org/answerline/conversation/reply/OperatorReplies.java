package org.answerline.conversation.reply;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.answerline.attachment.Attachment;
import org.answerline.conversation.message.OperatorIdentity;
import org.answerline.conversation.message.RepliedToMessage;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.message.SupportMessages;
import org.answerline.conversation.message.TelegramMessageRef;
import org.answerline.conversation.outgoing.OutgoingMessages;
import org.answerline.conversation.team.Conversations;
import org.answerline.linking.LinkedUser;
import org.answerline.platform.config.Settings;
import org.answerline.platform.config.SiteSettings;
import org.answerline.platform.text.InputText;
import org.answerline.platform.text.Texts;
import org.answerline.telegram.text.ContentCard;
import org.answerline.telegram.text.FormattedText;

/** Takes what operators write: finds whom it is for, stores it and queues it for that person. */
@ApplicationScoped
@Transactional
public class OperatorReplies {

    @Inject
    private ReplyTargets targets;

    @Inject
    private SupportMessages messages;

    @Inject
    private MediaGroups mediaGroups;

    @Inject
    private OutgoingMessages dispatch;

    @Inject
    private Conversations conversations;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /** Takes a Reply. */
    public AnswerOutcome answer(
            RepliedToMessage repliedMessage,
            FormattedText text,
            TelegramMessageRef origin,
            Optional<IncomingFile> enclosed,
            OperatorIdentity author) {
        return answered(targets.of(repliedMessage, origin.chatId(), text.text()), text, origin, enclosed, author);
    }

    /**
     * Takes a Reply that is neither text nor a file: the user gets a text that says what it contains, and a copy.
     *
     * @param card what it contains
     */
    public AnswerOutcome answerCopied(
            RepliedToMessage repliedMessage, ContentCard card, TelegramMessageRef origin, OperatorIdentity author) {
        ReplyTarget target = targets.of(repliedMessage, origin.chatId(), "");
        if (target instanceof ReplyTarget.Person person) {
            Texts texts = dispatch.textsOf(person.about().userId());
            SupportMessage answer = written(person.about(), FormattedText.plain(card.text(texts)), origin, author);
            answer.setCopied();
            return stored(person.about(), answer, Optional.empty(), author);
        }
        return ((ReplyTarget.Nobody) target).reason();
    }

    /**
     * Takes a text that an operator has chosen as the answer in a conversation.
     *
     * @param about the question, or an earlier answer in its conversation
     */
    public AnswerOutcome answerIn(
            SupportMessage about, FormattedText text, TelegramMessageRef origin, OperatorIdentity author) {
        return stored(about, written(about, text, origin, author), Optional.empty(), author);
    }

    /** Takes a message that is no Reply and begins with the number of a question; empty when it does not. */
    public Optional<AnswerOutcome> answer(
            FormattedText text, TelegramMessageRef origin, Optional<IncomingFile> enclosed, OperatorIdentity author) {
        return targets.of(text.text()).map(target -> answered(target, text, origin, enclosed, author));
    }

    /**
     * Adds a further part of an album to the answer that its first part became; a part that comes late is sent on its own.
     *
     * @return that answer; empty when this is the first part
     */
    public Optional<SupportMessage> joined(FormattedText text, TelegramMessageRef origin, IncomingFile enclosed) {
        return mediaGroups.joined(text, origin, enclosed);
    }

    private AnswerOutcome answered(
            ReplyTarget target,
            FormattedText text,
            TelegramMessageRef origin,
            Optional<IncomingFile> enclosed,
            OperatorIdentity author) {
        if (target instanceof ReplyTarget.Person person) {
            return InputText.isBlank(person.text()) && enclosed.isEmpty()
                    ? new AnswerOutcome.NothingToSend(person.about())
                    : stored(
                            person.about(),
                            written(person.about(), text.ending(person.text()), origin, author),
                            enclosed,
                            author);
        }
        return ((ReplyTarget.Nobody) target).reason();
    }

    private SupportMessage written(
            SupportMessage about, FormattedText text, TelegramMessageRef origin, OperatorIdentity author) {
        return SupportMessage.answer(about.userId(), text, origin, author, signature(author), clock.instant());
    }

    /** The name that the user sees with the answer, as the owner has chosen; empty for none, or if the operator is anonymous. */
    private Optional<String> signature(OperatorIdentity author) {
        return switch (settings.get(SiteSettings.SIGNATURE)) {
            case "first_name" -> author.firstName();
            case "full_name" -> author.fullName();
            default -> Optional.empty();
        };
    }

    private AnswerOutcome stored(
            SupportMessage about, SupportMessage answer, Optional<IncomingFile> enclosed, OperatorIdentity author) {
        Optional<SupportMessage> question = about.isFromAdmin() ? messages.questionOf(about) : Optional.of(about);
        Optional<LinkedUser> reader = dispatch.reachable(about.userId());
        question.ifPresent(answer::answers);
        reader.ifPresent(user -> answer.queued(clock.instant()));
        List<Attachment> files = mediaGroups.store(answer, enclosed);
        reader.ifPresent(user -> dispatch.toUser(answer, files, user, MediaGroups.hold(enclosed)));
        return new AnswerOutcome.Stored(answer, conversations.answeredBy(about.userId(), author));
    }
}
