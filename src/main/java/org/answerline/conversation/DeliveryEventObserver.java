package org.answerline.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import org.answerline.conversation.message.OperatorNotices;
import org.answerline.conversation.message.RepliedToMessage;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.message.SupportMessages;
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
    private OperatorNotices notices;

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
            messages.find(sent.supportMessageId()).ifPresent(message -> sent(message, sent));
        } else if (event instanceof DeliveryEvent.GaveUp end && end.supportMessageId() != null) {
            messages.find(end.supportMessageId()).ifPresent(message -> gaveUp(message, end));
        } else if (event instanceof DeliveryEvent.FileRefused refused) {
            messages.find(refused.supportMessageId()).ifPresent(message -> refused(message, refused));
        } else if (event instanceof DeliveryEvent.ChatMoved moved && operator.isOperatorChat(moved.oldChatId())) {
            operator.movedTo(moved.newChatId());
            hints.moved(moved.oldChatId(), moved.newChatId());
        } else if (event instanceof DeliveryEvent.NotErased kept && operator.isOperatorChat(kept.chatId())) {
            reports.notDeleted(kept.reason());
        } else if (event instanceof DeliveryEvent.TokenAccepted accepted) {
            reports.tokenAccepted(accepted.refusedSince());
        }
    }

    private void sent(SupportMessage message, DeliveryEvent.Sent sent) {
        if (sent.purpose() == MessageKind.NOTICE) {
            noticed(message, sent);
        }
        if (message.isWithdrawn()) {
            // It was on its way when its operator withdrew it.
            outbox.put(OutboxMessage.erasure(sent.chatId(), sent.messageIds()));
            return;
        }
        if (sent.last()) {
            message.delivered(clock.instant());
            messages.changed(message);
            if (sent.purpose() == MessageKind.ANSWER && message.originMessageId() != null) {
                deliveryReactions.delivered(message.originMessageId());
            }
            if (message.isEditPending()) {
                corrections.arrived(message);
            }
        }
    }

    private void noticed(SupportMessage message, DeliveryEvent.Sent sent) {
        RepliedToMessage.Place place = new RepliedToMessage.Place(message.id(), sent.offset());
        sent.messageIds().forEach(id -> notices.add(sent.botId(), sent.chatId(), id, place));
        if (sent.first()) {
            message.noticed(sent.chatId(), sent.messageIds().get(0));
            if (hints.firstNotice(sent.chatId())) {
                reports.explainReply(message, sent.chatId(), sent.messageIds().get(0));
            }
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

    private void gaveUp(SupportMessage message, DeliveryEvent.GaveUp end) {
        if (message.isWithdrawn()) {
            return;
        }
        message.failed(end.reason(), clock.instant());
        messages.changed(message);
        reports.gaveUp(message, end);
    }
}
