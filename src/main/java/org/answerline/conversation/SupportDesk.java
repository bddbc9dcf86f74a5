package org.answerline.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.answerline.account.Accounts;
import org.answerline.account.User;
import org.answerline.attachment.Attachments;
import org.answerline.attachment.FileRefusedException;
import org.answerline.delivery.Outbox;
import org.answerline.delivery.Parcel;
import org.answerline.linking.ChatUnlinked;
import org.answerline.linking.LinkedUser;
import org.answerline.linking.TelegramLinking;
import org.answerline.platform.Texts;
import org.answerline.platform.TypedText;

/** The desk: users ask, the operator answers, and each side's words are stored before they go to the other. */
@ApplicationScoped
@Transactional
public class SupportDesk {

    private static final Duration SUBMISSION_MEMORY = Duration.ofDays(7);

    @Inject
    private SupportMessages messages;

    @Inject
    private Submissions submissions;

    @Inject
    private Accounts accounts;

    @Inject
    private TelegramLinking linking;

    @Inject
    private Attachments attachments;

    @Inject
    private Outbox outbox;

    @Inject
    private AdminChat operator;

    @Inject
    private Clock clock;

    /**
     * Stores a question from the site with its files and queues it for the operator.
     *
     * @throws FileRefusedException if there are too many files, or one is not an unsent file of this user
     */
    public SupportMessage ask(long userId, Question question) {
        SupportMessage message = SupportMessage.asked(userId, question, clock.instant());
        messages.add(message);
        messages.flush();
        attachments.attach(userId, message.id(), question.files());
        return toOperator(message);
    }

    /**
     * Does so once for each key, however often and on whatever node it is asked.
     *
     * @return what the first call with this key stored
     * @throws SubmissionKeyReusedException if the key was used for another question
     * @throws FileRefusedException as when it is asked without a key
     */
    public SupportMessage askOnce(long userId, Question question, String submissionKey) {
        return submissions.once(userId, submissionKey, question, () -> ask(userId, question));
    }

    /** Does so once for each form that was shown and what was written into it; after going back and editing it is another question. */
    public SupportMessage askByForm(long userId, Question question, String form) {
        return askOnce(userId, question, "form:" + form + ":" + submissions.fingerprint(userId, question));
    }

    /** Stores what a linked user wrote in Telegram and queues it for the operator. */
    public SupportMessage tell(long userId, String text, TelegramOrigin origin) {
        SupportMessage message = SupportMessage.written(userId, TypedText.clean(text), origin, clock.instant());
        messages.add(message);
        return toOperator(message);
    }

    /** Stores the operator's answer to a user's message and queues it for the user. */
    public OperatorAnswer answer(RepliedTo repliedTo, String text, TelegramOrigin origin) {
        List<RepliedTo.Place> places = messages.noticedAs(repliedTo.botId(), origin.chatId(), repliedTo.messageId());
        if (places.isEmpty()) {
            places = repliedTo.named();
        }
        if (places.isEmpty()) {
            return new OperatorAnswer.NotOurs();
        }
        return repliedTo
                .choose(places, text)
                .<OperatorAnswer>map(choice -> messages.find(choice.supportMessageId())
                        .<OperatorAnswer>map(asked -> answered(asked, choice.text(), origin))
                        .orElseGet(OperatorAnswer.NotOurs::new))
                .orElseGet(OperatorAnswer.WhichOne::new);
    }

    /** How many answers a user's Telegram has not got because it was not linked or was blocked. */
    public int missed(long userId) {
        return messages.missed(userId).size();
    }

    /** Whether a user's Telegram does not let us write at present. */
    public boolean isBlocked(long userId) {
        return linking.linked(userId).map(LinkedUser::blocked).orElse(false);
    }

    /** Queues the answers that a user's Telegram has not got; says how many. */
    public int sendHeld(long userId) {
        return linking.linked(userId)
                .map(user -> {
                    List<SupportMessage> missed = messages.missed(userId);
                    missed.forEach(answer -> toUser(answer, user));
                    return missed.size();
                })
                .orElse(0);
    }

    /** Forgets the keys of submissions that nobody repeats any more. */
    public void forgetOldSubmissions() {
        submissions.forgetBefore(clock.instant().minus(SUBMISSION_MEMORY));
    }

    /** Answers on their way to a chat that is not the user's any more are held until there is another. */
    void hold(@Observes ChatUnlinked unlinked) {
        outbox.recallAnswers(unlinked.chatId()).forEach(id -> messages.find(id).ifPresent(SupportMessage::held));
    }

    /** What was stored for a Telegram message, as for one that has been edited since. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<SupportMessage> writtenAs(TelegramOrigin origin) {
        return messages.writtenAs(origin);
    }

    /**
     * A page of a user's conversation, the newest when no cursor is given.
     *
     * @param before messages with smaller ids than this
     */
    public Thread thread(long userId, int limit, OptionalLong before) {
        List<SupportMessage> newestFirst =
                new ArrayList<>(messages.newest(userId, before.orElse(Long.MAX_VALUE), limit + 1));
        boolean more = newestFirst.size() > limit;
        if (more) {
            newestFirst.remove(limit);
        }
        Collections.reverse(newestFirst);
        List<Long> ids = newestFirst.stream().map(SupportMessage::id).toList();
        return new Thread(
                newestFirst,
                more ? OptionalLong.of(newestFirst.get(0).id()) : OptionalLong.empty(),
                attachments.of(ids));
    }

    private SupportMessage toOperator(SupportMessage message) {
        User user = accounts.find(message.userId()).orElseThrow();
        outbox.put(Parcel.notice(operator.id(), message.id(), Notices.notice(message, user, operator.texts())));
        return message;
    }

    private OperatorAnswer.Stored answered(SupportMessage asked, String text, TelegramOrigin origin) {
        SupportMessage answer = SupportMessage.answer(asked.userId(), TypedText.clean(text), origin, clock.instant());
        messages.add(answer);
        linking.linked(asked.userId()).filter(user -> !user.blocked()).ifPresent(user -> toUser(answer, user));
        return new OperatorAnswer.Stored(answer);
    }

    private void toUser(SupportMessage answer, LinkedUser user) {
        answer.queued();
        outbox.put(Parcel.answer(user.chatId(), answer.id(), Notices.answer(answer, texts(user))));
    }

    /** The language of the user's Telegram, else of the site as the user saw it last, else the desk's. */
    private Texts texts(LinkedUser user) {
        if (user.language() != null) {
            return Texts.in(user.language());
        }
        return accounts.find(user.userId())
                .flatMap(account -> Texts.spoken(account.language()))
                .map(Texts::in)
                .orElseGet(operator::texts);
    }
}
