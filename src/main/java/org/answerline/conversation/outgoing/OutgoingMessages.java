package org.answerline.conversation.outgoing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.answerline.account.user.Accounts;
import org.answerline.account.user.User;
import org.answerline.attachment.Attachment;
import org.answerline.attachment.Attachments;
import org.answerline.conversation.message.DeliveryState;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.message.SupportMessages;
import org.answerline.delivery.Outbox;
import org.answerline.delivery.message.CopiedMessage;
import org.answerline.delivery.message.MessageKind;
import org.answerline.delivery.message.OutboxMessage;
import org.answerline.delivery.message.OutboxPart;
import org.answerline.linking.LinkedUser;
import org.answerline.linking.TelegramLinking;
import org.answerline.platform.text.InputText;
import org.answerline.platform.text.Texts;
import org.answerline.telegram.text.FormattedText;

/** Puts stored messages into the outbox for their recipients; delays them while further parts of an album may arrive. */
@ApplicationScoped
public class OutgoingMessages {

    @Inject
    private SupportMessages messages;

    @Inject
    private Accounts accounts;

    @Inject
    private TelegramLinking linking;

    @Inject
    private Attachments attachments;

    @Inject
    private Outbox outbox;

    @Inject
    private OperatorChat operator;

    @Inject
    private Clock clock;

    /** Queues a message for the other side of the conversation; an answer whose user cannot be reached at present is held. */
    public void across(SupportMessage message, Duration hold) {
        if (message.isFromAdmin()) {
            reachable(message.userId()).ifPresentOrElse(user -> toUser(message, user, hold), () -> hold(message));
        } else {
            toOperator(message, attachments.of(message.id()), hold);
        }
    }

    public SupportMessage toOperator(SupportMessage message, List<Attachment> files, Duration hold) {
        User user = accounts.find(message.userId()).orElseThrow();
        List<OutboxPart> parts = TelegramMessageTexts.notice(message, user, files, operator.texts());
        outbox.put(OutboxMessage.notice(operator.id(), message.id(), withButton(frames(parts, message)), hold)
                .inTopicOf(message.userId()));
        return message;
    }

    /** Queues an answer that was stored before, for the first time or again. */
    public void toUser(SupportMessage answer, LinkedUser user, Duration hold) {
        outbox.forgetFailed(answer.id(), MessageKind.ANSWER);
        answer.queued(clock.instant());
        messages.changed(answer);
        toUser(answer, attachments.of(answer.id()), user, hold);
    }

    /** Nothing of an answer waits in the outbox any more; it leaves, all of it, when its user can be reached (again). */
    public void hold(SupportMessage answer) {
        answer.held(clock.instant());
        messages.changed(answer);
    }

    /** Queues a held answer; false when another transaction has sent it in the meantime. */
    public boolean heldToUser(SupportMessage answer, LinkedUser user) {
        boolean held = messages.locked(answer).delivery() == DeliveryState.HELD;
        if (held) {
            toUser(answer, user, Duration.ZERO);
        }
        return held;
    }

    public void toUser(SupportMessage answer, List<Attachment> files, LinkedUser user, Duration hold) {
        List<OutboxPart> parts = TelegramMessageTexts.answer(answer, files, texts(user));
        outbox.put(OutboxMessage.answer(
                user.chatId(), answer.id(), frames(parts, answer), questionThere(answer, user), hold));
    }

    /** The parts in which an answer is sent, in the language in which its user reads Telegram. */
    public List<OutboxPart> answerParts(SupportMessage answer) {
        Texts texts = textsOf(answer.userId());
        return frames(TelegramMessageTexts.answer(answer, attachments.of(answer.id()), texts), answer);
    }

    /** The parts in which a user's message is sent to the operators. */
    public List<OutboxPart> noticeParts(SupportMessage message) {
        User user = accounts.find(message.userId()).orElseThrow();
        return withButton(frames(
                TelegramMessageTexts.notice(message, user, attachments.of(message.id()), operator.texts()), message));
    }

    /** The new text of a user's message whose notice cannot be changed. */
    public List<OutboxPart> editedParts(SupportMessage message) {
        return TelegramMessageTexts.edited(message, operator.texts());
    }

    /** Whether a message has files, so that it says something without a text. */
    public boolean hasFiles(SupportMessage message) {
        return !attachments.of(message.id()).isEmpty();
    }

    /** What the user reads in the place of a withdrawn answer that can no longer be deleted. */
    String withdrawnText(long userId) {
        return textsOf(userId).get("telegram.answer.withdrawn");
    }

    /**
     * Marks the text parts of a message without text: they do not count as delivered, because the message is only its files. A copy of
     * the message comes last.
     */
    private static List<OutboxPart> frames(List<OutboxPart> parts, SupportMessage message) {
        List<OutboxPart> frames = OutboxPart.frames(parts, InputText.isBlank(message.text()));
        if (!message.isCopied()) {
            return frames;
        }
        CopiedMessage original = new CopiedMessage(message.originChatId(), message.originMessageId());
        return Stream.concat(frames.stream(), Stream.of(OutboxPart.copy(original)))
                .toList();
    }

    private List<OutboxPart> withButton(List<OutboxPart> notice) {
        return OutboxMessage.withButtons(notice, CloseButton.in(operator.texts()));
    }

    /**
     * Queues a file of a message that was already sent, with the text that came with the file. If the user of an answer cannot be reached
     * at present, all of it is sent on return: what arrived of it may arrive twice, but nothing is lost.
     */
    public void late(SupportMessage message, Attachment file, FormattedText words) {
        if (message.isFromAdmin()) {
            List<OutboxPart> parts =
                    OutboxPart.frames(TelegramMessageTexts.lateAnswer(file, words), InputText.isBlank(words.text()));
            reachable(message.userId())
                    .ifPresentOrElse(
                            user -> outbox.put(
                                    OutboxMessage.answer(user.chatId(), message.id(), parts, null, Duration.ZERO)),
                            () -> hold(message));
        } else {
            List<OutboxPart> parts =
                    OutboxPart.frames(TelegramMessageTexts.late(message, file, words), InputText.isBlank(words.text()));
            outbox.put(OutboxMessage.notice(operator.id(), message.id(), parts, Duration.ZERO)
                    .inTopicOf(message.userId()));
        }
    }

    /** The message_id of the question that an answer is about, if it was written in the user's own chat. */
    private Long questionThere(SupportMessage answer, LinkedUser user) {
        return messages.questionOf(answer)
                .map(question -> question.messageIdIn(user.chatId()))
                .orElse(null);
    }

    /**
     * Finds the user if the bot may write to their chat; others read on the site. Locks the link until the transaction ends: otherwise an
     * answer stored while the chat is linked or unlinked would be held for ever, or go to the old chat.
     */
    public Optional<LinkedUser> reachable(long userId) {
        return linking.lockedLinked(userId).filter(user -> !user.blocked());
    }

    /** The user's chat, whether the bot may write to it or not. */
    Optional<Long> chatOf(long userId) {
        return linking.linked(userId).map(LinkedUser::chatId);
    }

    /** Until the transaction ends nobody can link or unlink the user's chat. */
    public void lockChatOf(long userId) {
        linking.lockedLinked(userId);
    }

    /** The texts in the language in which a user reads Telegram, or the pages. */
    public Texts textsOf(long userId) {
        return linking.linked(userId).map(this::texts).orElseGet(() -> accounts.find(userId)
                .flatMap(account -> Texts.spoken(account.language()))
                .map(Texts::in)
                .orElseGet(operator::texts));
    }

    /** The texts in the language of the user's Telegram, otherwise of the pages last viewed, otherwise of the desk. */
    public Texts texts(LinkedUser user) {
        if (user.language() != null) {
            return Texts.in(user.language());
        }
        return accounts.find(user.userId())
                .flatMap(account -> Texts.spoken(account.language()))
                .map(Texts::in)
                .orElseGet(operator::texts);
    }
}
