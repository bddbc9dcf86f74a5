package org.answerline.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.answerline.attachment.Attachment;
import org.answerline.linking.LinkedUser;
import org.answerline.platform.TypedText;
import org.answerline.telegram.FormattedText;

/** Takes what operators write: finds whom it is for, stores it and queues it for that person. */
@ApplicationScoped
@Transactional
public class OperatorReplies {

    @Inject
    private ReplyTargets targets;

    @Inject
    private SupportMessages messages;

    @Inject
    private Albums albums;

    @Inject
    private Dispatch dispatch;

    @Inject
    private Clock clock;

    /** Takes a Reply. */
    public OperatorAnswer answer(
            RepliedTo repliedTo, FormattedText text, TelegramOrigin origin, Optional<Enclosed> enclosed) {
        return answered(targets.of(repliedTo, origin.chatId(), text.text()), text, origin, enclosed);
    }

    /** Takes a message that is no Reply and begins with the number of a question; empty when it does not. */
    public Optional<OperatorAnswer> answer(FormattedText text, TelegramOrigin origin, Optional<Enclosed> enclosed) {
        return targets.of(text.text()).map(target -> answered(target, text, origin, enclosed));
    }

    private OperatorAnswer answered(
            ReplyTarget target, FormattedText text, TelegramOrigin origin, Optional<Enclosed> enclosed) {
        if (target instanceof ReplyTarget.Person person) {
            return TypedText.isBlank(person.text()) && enclosed.isEmpty()
                    ? new OperatorAnswer.NothingToSend(person.about())
                    : stored(person.about(), text.ending(person.text()), origin, enclosed);
        }
        return ((ReplyTarget.Nobody) target).reason();
    }

    private OperatorAnswer stored(
            SupportMessage about, FormattedText text, TelegramOrigin origin, Optional<Enclosed> enclosed) {
        Optional<SupportMessage> question = about.isFromAdmin() ? messages.questionOf(about) : Optional.of(about);
        Optional<LinkedUser> reader = dispatch.reachable(about.userId());
        SupportMessage answer = SupportMessage.answer(about.userId(), text, origin, clock.instant());
        question.ifPresent(answer::answers);
        reader.ifPresent(user -> answer.queued(clock.instant()));
        List<Attachment> files = albums.store(answer, enclosed);
        reader.ifPresent(user -> dispatch.toUser(answer, files, user, Albums.hold(enclosed)));
        return new OperatorAnswer.Stored(answer);
    }
}
