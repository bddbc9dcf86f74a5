package org.answerline.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.answerline.conversation.correction.PendingEdits;
import org.answerline.conversation.message.ArrivedMessages;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.message.SupportMessages;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.delivery.Outbox;
import org.answerline.delivery.message.DeliveryEvent;
import org.answerline.delivery.message.MessageKind;
import org.answerline.delivery.message.OutboxMessage;

/** Changes the state of messages by what became of their deliveries, and remembers which Telegram messages stand for them. */
@ApplicationScoped
class DeliveryEventObserver {

    @Inject
    private SupportMessages messages;

    @Inject
    private ArrivedMessages arrivedMessages;

    @Inject
    private OperatorChat operator;

    @Inject
    private DeliveryReports reports;

    @Inject
    private DeliveryReactions deliveryReactions;

    @Inject
    private GivenHints hints;

    @Inject
    private PendingEdits corrections;

    @Inject
    private Outbox outbox;

    @Inject
    private Clock clock;

    void observe(@Observes DeliveryEvent event) {
        if (event instanceof DeliveryEvent.Sent sent && sent.supportMessageId() != null) {
            sent(sent);
        } else if (event instanceof DeliveryEvent.GaveUp end && end.supportMessageId() != null) {
            messages.find(end.supportMessageId()).ifPresent(message -> gaveUp(message, end));
        } else if (event instanceof DeliveryEvent.FileRefused refused) {
            messages.find(refused.supportMessageId()).ifPresent(message -> refused(message, refused));
        } else if (event instanceof DeliveryEvent.CopyRefused refused) {
            messages.find(refused.supportMessageId()).ifPresent(message -> copyRefused(message, refused));
        } else if (event instanceof DeliveryEvent.ChatMoved moved && operator.isOperatorChat(moved.oldChatId())) {
            operator.movedTo(moved.newChatId());
            hints.moved(moved.oldChatId(), moved.newChatId());
        } else if (event instanceof DeliveryEvent.NotErased kept && operator.isOperatorChat(kept.chatId())) {
            reports.notDeleted(kept.reason());
        } else if (event instanceof DeliveryEvent.TokenAccepted accepted) {
            reports.tokenAccepted(accepted.refusedSince());
        }
    }

    private void sent(DeliveryEvent.Sent sent) {
        Optional<ArrivedMessages.Arrived> arrived = sent.purpose() == MessageKind.NOTICE
                ? noticed(sent)
                : arrivedMessages.answered(sent.supportMessageId(), sent.last(), clock.instant());
        arrived.ifPresent(message -> arrived(message, sent));
    }

    private Optional<ArrivedMessages.Arrived> noticed(DeliveryEvent.Sent sent) {
        Optional<ArrivedMessages.Arrived> arrived = arrivedMessages.noticed(
                sent.supportMessageId(),
                new ArrivedMessages.Notice(sent.botId(), sent.chatId(), sent.messageIds(), sent.offset()),
                sent.first(),
                sent.last(),
                clock.instant());
        if (arrived.isPresent() && sent.first() && hints.firstNotice(sent.chatId())) {
            reports.explainReply(
                    sent.supportMessageId(), sent.chatId(), sent.messageIds().get(0));
        }
        return arrived;
    }

    private void arrived(ArrivedMessages.Arrived message, DeliveryEvent.Sent sent) {
        if (message.isWithdrawn()) {
            // It was on its way when its operator withdrew it.
            outbox.put(OutboxMessage.erasure(sent.chatId(), sent.messageIds()));
            return;
        }
        if (sent.last() && sent.purpose() == MessageKind.ANSWER && message.originMessageId() != null) {
            deliveryReactions.delivered(message.originMessageId());
        }
        if (sent.last() && message.isEditPending()) {
            messages.find(sent.supportMessageId()).ifPresent(corrections::arrived);
        }
    }

    /** A file that Telegram accepts in no form is still on the site, and its message is sent without it. */
    private void refused(SupportMessage message, DeliveryEvent.FileRefused refused) {
        if (message.isWithdrawn()) {
            return;
        }
        reports.fileRefused(message, refused);
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
                // The rest of it decides.
            }
        }
    }

    /** Its text has arrived and says what it contains; an operator learns that the user has nothing else. */
    private void copyRefused(SupportMessage message, DeliveryEvent.CopyRefused refused) {
        if (!message.isWithdrawn()) {
            message.delivered(clock.instant());
            messages.changed(message);
            reports.copyRefused(message, refused);
        }
    }

    private void gaveUp(SupportMessage message, DeliveryEvent.GaveUp end) {
        if (message.isWithdrawn()) {
            return;
        }
        message.failed(end.reason(), clock.instant());
        messages.changed(message);
        reports.gaveUp(message, end);
    }
}
