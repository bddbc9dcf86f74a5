package org.answerline.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.answerline.account.user.Accounts;
import org.answerline.account.user.User;
import org.answerline.attachment.Attachment;
import org.answerline.attachment.Attachments;
import org.answerline.conversation.message.RepliedToMessage;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.message.SupportMessages;
import org.answerline.delivery.DeliveryEvent;
import org.answerline.delivery.MessageKind;
import org.answerline.delivery.Outbox;
import org.answerline.delivery.OutboxMessage;

/** Records the dispatcher's events: which notice represents which message, and which messages were not delivered. */
@ApplicationScoped
class DeliveryEventObserver {

    @Inject
    private SupportMessages messages;

    @Inject
    private Accounts accounts;

    @Inject
    private Attachments attachments;

    @Inject
    private Outbox outbox;

    @Inject
    private OperatorChat operator;

    @Inject
    private DeliveryReactions deliveryReactions;

    @Inject
    private GivenHints hints;

    @Inject
    private Clock clock;

    void note(@Observes DeliveryEvent report) {
        if (report instanceof DeliveryEvent.Sent sent && sent.supportMessageId() != null) {
            messages.find(sent.supportMessageId()).ifPresent(message -> sent(message, sent));
        } else if (report instanceof DeliveryEvent.GaveUp end && end.supportMessageId() != null) {
            messages.find(end.supportMessageId()).ifPresent(message -> gaveUp(message, end));
        } else if (report instanceof DeliveryEvent.FileRefused refused) {
            messages.find(refused.supportMessageId()).ifPresent(message -> refused(message, refused));
        } else if (report instanceof DeliveryEvent.ChatMoved moved && operator.isOperatorChat(moved.oldChatId())) {
            operator.movedTo(moved.newChatId());
            hints.moved(moved.oldChatId(), moved.newChatId());
        } else if (report instanceof DeliveryEvent.NotErased kept && operator.isOperatorChat(kept.chatId())) {
            String word = operator.texts().get("telegram.operator.noterased", kept.reason());
            outbox.put(OutboxMessage.word(operator.id(), word));
        } else if (report instanceof DeliveryEvent.TokenAccepted accepted) {
            outbox.put(OutboxMessage.word(
                    operator.id(),
                    operator.texts().get("telegram.operator.tokenaccepted", minutes(accepted.refusedSince()))));
        }
    }

    private void sent(SupportMessage message, DeliveryEvent.Sent sent) {
        if (sent.purpose() == MessageKind.NOTICE) {
            RepliedToMessage.Place place = new RepliedToMessage.Place(message.id(), sent.offset());
            sent.messageIds().forEach(id -> messages.addNotice(sent.botId(), sent.chatId(), id, place));
            if (sent.first()) {
                message.noticed(sent.chatId(), sent.messageIds().get(0));
                explainReply(message, sent);
            }
        }
        if (sent.last()) {
            message.delivered(clock.instant());
            messages.changed(message);
            if (sent.purpose() == MessageKind.ANSWER && message.originMessageId() != null) {
                deliveryReactions.delivered(message.originMessageId());
            }
        }
    }

    /** Explains once, on the first question in a chat, that everything in a Reply is sent to the user. */
    private void explainReply(SupportMessage message, DeliveryEvent.Sent sent) {
        if (hints.firstNotice(sent.chatId())) {
            String words = operator.texts().get("telegram.operator.firstnotice");
            outbox.put(OutboxMessage.wordAbout(
                    message.id(), sent.chatId(), sent.messageIds().get(0), words));
        }
    }

    /** A file that Telegram refuses in every form stays on the site, and its message is sent without it. */
    private void refused(SupportMessage message, DeliveryEvent.FileRefused refused) {
        String file = attachments.named(List.of(refused.attachmentId())).stream()
                .map(Attachment::name)
                .findFirst()
                .orElse("?");
        boolean answer = refused.purpose() == MessageKind.ANSWER;
        String key = "telegram.operator.file" + (answer ? "answer." : "question.")
                + (refused.uncertain() ? "unconfirmed" : "refused");
        String word = operator.texts().get(key, TelegramMessageTexts.number(message.number()), file, refused.reason());
        Long on = answer ? message.originMessageId() : null;
        outbox.put(OutboxMessage.wordAbout(message.id(), operator.id(), on, word));
        switch (refused.end()) {
            case REST_ARRIVED -> {
                message.delivered(clock.instant());
                messages.changed(message);
            }
            case NOTHING_ARRIVED -> {
                message.failed(refused.reason(), clock.instant());
                messages.changed(message);
            }
            case NOT_YET -> {
                // the rest of the message determines its state
            }
        }
    }

    private long minutes(Instant since) {
        return Math.max(1, Duration.between(since, clock.instant()).toMinutes());
    }

    /** Informs the operator once, on the reply that was not delivered; the user can read it on the site. */
    private void gaveUp(SupportMessage message, DeliveryEvent.GaveUp end) {
        message.failed(end.reason(), clock.instant());
        messages.changed(message);
        if (end.purpose() == MessageKind.ANSWER) {
            String name = accounts.find(message.userId()).map(User::fullName).orElse("?");
            String word = operator.texts().get("telegram.operator.undelivered", name, end.reason());
            outbox.put(OutboxMessage.wordAbout(message.id(), operator.id(), message.originMessageId(), word));
        } else if (end.purpose() == MessageKind.NOTICE) {
            String word = operator.texts()
                    .get(
                            "telegram.operator.questionrefused",
                            TelegramMessageTexts.number(message.number()),
                            end.reason());
            outbox.put(OutboxMessage.wordAbout(message.id(), operator.id(), null, word));
        }
    }
}
