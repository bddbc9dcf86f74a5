package org.answerline.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.answerline.conversation.correction.PendingEdits;
import org.answerline.conversation.message.ArrivedMessages;
import org.answerline.conversation.message.SupportMessages;
import org.answerline.delivery.Outbox;
import org.answerline.delivery.message.DeliveryEvent;
import org.answerline.delivery.message.MessageKind;
import org.answerline.delivery.message.OutboxMessage;

/** Records what has arrived in Telegram, and which Telegram messages stand for it. */
@ApplicationScoped
class ArrivedDeliveries {

    @Inject
    private SupportMessages messages;

    @Inject
    private ArrivedMessages arrivedMessages;

    @Inject
    private DeliveryReports reports;

    @Inject
    private DeliveryReactions deliveryReactions;

    @Inject
    private PendingEdits corrections;

    @Inject
    private Outbox outbox;

    @Inject
    private Clock clock;

    void sent(DeliveryEvent.Sent sent) {
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
        if (arrived.isPresent() && sent.first()) {
            reports.explainAnswers(
                    sent.supportMessageId(), sent.chatId(), sent.messageIds().get(0));
        }
        return arrived;
    }

    private void arrived(ArrivedMessages.Arrived message, DeliveryEvent.Sent sent) {
        if (message.isWithdrawn()) {
            // It was on its way when its operator withdrew it.
            outbox.put(OutboxMessage.erasureOf(sent.supportMessageId(), sent.chatId(), sent.messageIds()));
            outbox.endWithdrawn(sent.supportMessageId(), sent.purpose());
            return;
        }
        if (sent.last() && sent.purpose() == MessageKind.ANSWER) {
            message.origin().ifPresent(deliveryReactions::delivered);
        }
        if (sent.last() && message.isEditPending()) {
            messages.find(sent.supportMessageId())
                    .filter(edited -> !corrections.arrived(edited, sent.isJoined()))
                    .ifPresent(reports::notChangeable);
        }
    }
}
