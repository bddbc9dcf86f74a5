package org.answerline.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.answerline.delivery.message.Delivery;
import org.answerline.delivery.message.DeliveryEvent;
import org.answerline.delivery.message.MessageKind;
import org.answerline.platform.observability.Metrics;
import org.answerline.telegram.BotSettings;

/** Changes the state of deliveries, counts it, and reports it as an event inside the same transaction. */
@ApplicationScoped
class DeliveryOutcomes {

    @Inject
    private DeliveryRepository deliveries;

    @Inject
    private BotSettings bot;

    @Inject
    private Event<DeliveryEvent> events;

    @Inject
    private Metrics metrics;

    @Inject
    private Clock clock;

    /**
     * Telegram accepted what was sent of a delivery.
     *
     * @param offset where it begins in the Telegram message, in UTF-16 units
     */
    void sent(Delivery delivery, List<Long> messageIds, int offset) {
        report(delivery, delivery.sent(bot.botId(), messageIds, offset));
    }

    /** Telegram accepted the first files of a delivery. This is stored before it is reported, because the report may end the delivery. */
    void sentInPart(Delivery delivery, List<Long> messageIds) {
        DeliveryEvent.Sent sent = delivery.sent(bot.botId(), messageIds, 0);
        delivery.removeSent(messageIds);
        deliveries.save(delivery);
        report(delivery, sent);
    }

    private void report(Delivery delivery, DeliveryEvent.Sent sent) {
        events.fire(sent);
        metrics.time(
                "answerline.delivery.latency",
                delivery.age(clock.instant()),
                "purpose",
                delivery.purpose().name());
    }

    /** Ends a delivery without success, and with it the parts of its message that still wait. */
    void gaveUp(Delivery delivery, String reason) {
        if (delivery.purpose() == MessageKind.TOPIC_ICON) {
            iconDropped(delivery, false);
            return;
        }
        if (delivery.isEditOfSeveral()) {
            deliveries.remove(delivery.id());
            return;
        }
        Instant now = clock.instant();
        DeliveryEvent event = delivery.gaveUp(reason, now);
        metrics.count(
                "answerline.deliveries.given.up", "purpose", delivery.purpose().name());
        deliveries.save(delivery);
        if (delivery.supportMessageId() != null) {
            deliveries.waitingParts(delivery).forEach(part -> {
                part.gaveUp(reason, now);
                deliveries.save(part);
            });
        }
        events.fire(event);
    }

    /** An icon was not set: that is no failure that anybody has to know of. */
    void iconDropped(Delivery icon, boolean isRateLimited) {
        if (deliveries.remove(icon.id())) {
            events.fire(new DeliveryEvent.TopicIconDropped(
                    icon.chatId(), icon.content().replyToMessageId(), isRateLimited));
        }
    }

    /**
     * Ends the first file of a delivery without success.
     *
     * @param uncertain whether it may have arrived all the same
     */
    void fileGivenUp(Delivery delivery, String reason, boolean uncertain) {
        String file = delivery.content().files().get(0);
        boolean ended = delivery.fileRefused(reason, clock.instant());
        deliveries.save(delivery);
        DeliveryEvent.End end = DeliveryEvent.End.NOT_YET;
        if (ended && delivery.isLast()) {
            end = deliveries.hasArrived(delivery) ? DeliveryEvent.End.REST_ARRIVED : DeliveryEvent.End.NOTHING_ARRIVED;
        }
        events.fire(new DeliveryEvent.FileRefused(
                delivery.purpose(), delivery.supportMessageId(), file, reason, uncertain, end));
    }

    /** Ends the copy of a message without success: the parts before it say what it contains. */
    void copyGivenUp(Delivery delivery, String reason) {
        delivery.gaveUp(reason, clock.instant());
        deliveries.save(delivery);
        events.fire(new DeliveryEvent.CopyRefused(delivery.purpose(), delivery.supportMessageId(), reason));
    }

    void report(DeliveryEvent event) {
        events.fire(event);
    }
}
