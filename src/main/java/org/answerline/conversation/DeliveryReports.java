package org.answerline.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.answerline.account.user.Accounts;
import org.answerline.account.user.User;
import org.answerline.attachment.Attachment;
import org.answerline.attachment.Attachments;
import org.answerline.conversation.hint.GivenHints;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.conversation.outgoing.TelegramMessageTexts;
import org.answerline.delivery.Outbox;
import org.answerline.delivery.message.DeliveryEvent;
import org.answerline.delivery.message.MessageKind;
import org.answerline.delivery.message.OutboxMessage;
import org.answerline.delivery.topic.OperatorForum;

/** Tells the operator in Telegram what became of deliveries, by the outbox. */
@ApplicationScoped
class DeliveryReports {

    @Inject
    private Accounts accounts;

    @Inject
    private Attachments attachments;

    @Inject
    private Outbox outbox;

    @Inject
    private OperatorChat operator;

    @Inject
    private OperatorForum forum;

    @Inject
    private GivenHints hints;

    @Inject
    private Clock clock;

    /** On the first question that comes into a chat: what of the operators' messages is sent, which differs where there are topics. */
    void explainAnswers(long supportMessageId, long chatId, long messageId) {
        boolean topics = forum.isEveryMessageAnAnswer() && forum.isForum(chatId);
        if (hints.firstNotice(chatId, topics)) {
            String key = topics ? "telegram.operator.firstnotice.topic" : "telegram.operator.firstnotice";
            outbox.put(OutboxMessage.wordAbout(
                    supportMessageId, chatId, messageId, operator.texts().get(key)));
        }
    }

    void fileRefused(SupportMessage message, DeliveryEvent.FileRefused refused) {
        String file = attachments.named(List.of(refused.attachmentId())).stream()
                .map(Attachment::name)
                .findFirst()
                .orElse("?");
        boolean isAnswer = refused.purpose() == MessageKind.ANSWER;
        String key = "telegram.operator.file" + (isAnswer ? "answer." : "question.")
                + (refused.uncertain() ? "unconfirmed" : "refused");
        String text = operator.texts().get(key, TelegramMessageTexts.number(message.number()), file, refused.reason());
        about(message, text);
    }

    /** On the operator's reply that did not arrive; the user can still read it on the site. */
    void gaveUp(SupportMessage message, DeliveryEvent.GaveUp end) {
        if (end.purpose() == MessageKind.ANSWER) {
            String text = operator.texts().get("telegram.operator.undelivered", userName(message), end.reason());
            about(message, text);
        } else if (end.purpose() == MessageKind.NOTICE) {
            String number = TelegramMessageTexts.number(message.number());
            about(message, operator.texts().get("telegram.operator.questionrefused", number, end.reason()));
        }
    }

    /** On the operator's answer that was edited or withdrawn; once for all its parts. */
    void notChanged(SupportMessage answer, String reason) {
        tellOnce(answer, "telegram.operator.notchanged", reason);
    }

    /** On the operator's answer that was edited while it was on its way, and whose files cannot get another text. */
    void notChangeable(SupportMessage answer) {
        about(answer, operator.texts().get("telegram.operator.editonsite"));
    }

    /** On the operator's answer that became shorter; once for all its parts. */
    void endKept(SupportMessage answer, String reason) {
        tellOnce(answer, "telegram.operator.restkept", reason);
    }

    private void tellOnce(SupportMessage answer, String keyOfEdit, String reason) {
        if (hints.mayTellNotCorrected(operator.id(), answer.id(), answer.isWithdrawn())) {
            String key = answer.isWithdrawn() ? "telegram.operator.notwithdrawn" : keyOfEdit;
            about(answer, operator.texts().get(key, userName(answer), reason));
        }
    }

    private String userName(SupportMessage message) {
        return accounts.find(message.userId()).map(User::fullName).orElse("?");
    }

    /** The user has got an answer as a text only. */
    void copyRefused(SupportMessage message, DeliveryEvent.CopyRefused refused) {
        if (refused.purpose() == MessageKind.ANSWER) {
            about(message, operator.texts().get("telegram.operator.copyrefused", message.text(), refused.reason()));
        }
    }

    /** Telegram did not delete messages of an erased user. */
    void notDeleted(String reason) {
        outbox.put(OutboxMessage.word(operator.id(), operator.texts().get("telegram.operator.noterased", reason)));
    }

    void tokenAccepted(Instant refusedSince) {
        long minutes =
                Math.max(1, Duration.between(refusedSince, clock.instant()).toMinutes());
        outbox.put(OutboxMessage.word(operator.id(), operator.texts().get("telegram.operator.tokenaccepted", minutes)));
    }

    /** On the operator's message; in the user's topic when it is a question, or an answer that was written in a former operators' chat. */
    private void about(SupportMessage message, String text) {
        Long replyTo = message.isFromAdmin() ? message.messageIdIn(operator.id()) : null;
        OutboxMessage word = OutboxMessage.wordAbout(message.id(), operator.id(), replyTo, text);
        outbox.put(replyTo == null ? word.inTopicOf(message.userId()) : word);
    }
}
