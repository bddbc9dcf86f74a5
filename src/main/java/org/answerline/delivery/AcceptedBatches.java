package org.answerline.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.answerline.delivery.alarm.Alarms;
import org.answerline.delivery.message.Delivery;
import org.answerline.delivery.message.DeliveryEvent;
import org.answerline.delivery.message.OutboxMessage;
import org.answerline.delivery.send.SendBatch;

/** Stores the results of batches that Telegram accepted, in the caller's transaction. */
@ApplicationScoped
class AcceptedBatches {

    @Inject
    private DeliveryRepository deliveries;

    @Inject
    private DeliveryOutcomes outcomes;

    @Inject
    private QueueRelease queue;

    @Inject
    private Outbox outbox;

    @Inject
    private Alarms alarms;

    void sent(SendBatch batch, String worker, List<Long> messageIds) {
        long chat = batch.chatId();
        for (int i = 0; i < batch.deliveries().size(); i++) {
            int offset = batch.offsets().get(i);
            deliveries
                    .findWaiting(batch.ids().get(i))
                    .ifPresent(delivery -> outcomes.sent(delivery, messageIds, offset));
        }
        deleteIfErased(batch, messageIds);
        alarms.lift(chat).ifPresent(since -> outcomes.report(new DeliveryEvent.TokenAccepted(since)));
        queue.afterSending(chat, worker, messageIds.size());
    }

    /** Its user was erased while it was being sent, so it must not stay in Telegram either. */
    private void deleteIfErased(SendBatch batch, List<Long> messageIds) {
        if (batch.ids().stream().allMatch(id -> deliveries.find(id) == null)) {
            outbox.put(OutboxMessage.erasure(batch.chatId(), messageIds));
        }
    }

    /** Reactions do not count for the rate limit. */
    void reacted(SendBatch batch, String worker) {
        deliveries.findWaiting(batch.first().id()).ifPresent(outcomes::reacted);
        queue.now(batch.chatId(), worker);
    }

    /** The messages are deleted, or Telegram will never delete them: nothing is remembered of it. */
    void deleted(SendBatch deletion, String worker, Optional<String> refusal) {
        Delivery delivery = deliveries.find(deletion.first().id());
        if (delivery != null) {
            deliveries.remove(delivery);
            refusal.ifPresent(reason -> outcomes.report(new DeliveryEvent.NotErased(deletion.chatId(), reason)));
        }
        deliveries.flush();
        queue.removeUnused(deletion.chatId(), worker);
    }
}
