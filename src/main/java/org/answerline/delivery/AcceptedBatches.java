package org.answerline.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.answerline.delivery.alarm.Alarms;
import org.answerline.delivery.message.Delivery;
import org.answerline.delivery.message.DeliveryEvent;
import org.answerline.delivery.message.MessageKind;
import org.answerline.delivery.message.OutboxMessage;
import org.answerline.delivery.message.OutboxPart;
import org.answerline.delivery.send.NoticeBatchHeader;
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

    @Inject
    private NoticeBatchHeader header;

    void sent(SendBatch batch, String worker, List<Long> messageIds) {
        boolean isRecorded = batch.first().isSentWhole()
                ? sentWhole(batch, worker, messageIds)
                : sentInPart(batch.first(), worker, messageIds);
        if (!isRecorded && !deliveries.existsAny(batch.ids())) {
            // The user was erased while it was being sent, so it must not stay in Telegram either.
            outbox.put(OutboxMessage.erasure(batch.chatId(), messageIds));
        }
    }

    private void liftAlarms(long chatId) {
        alarms.lift(chatId).ifPresent(since -> outcomes.report(new DeliveryEvent.TokenAccepted(since)));
    }

    private boolean sentWhole(SendBatch batch, String worker, List<Long> messageIds) {
        QueueStatements.Finished finished = queue.finish(batch, worker, messageIds);
        if (finished.isAlarmed()) {
            liftAlarms(batch.chatId());
        }
        if (batch.isJoined()) {
            // Before the reports, of which one may replace it.
            replaceErased(batch, finished.ended().size(), messageIds.get(0));
        }
        for (int i = 0; i < batch.deliveries().size(); i++) {
            Delivery delivery = batch.deliveries().get(i);
            if (finished.ended().contains(delivery.id())) {
                outcomes.sent(delivery, messageIds, batch.offsets().get(i));
            }
        }
        return !finished.ended().isEmpty();
    }

    /**
     * Takes the texts of users who were erased while a message of several notices was being sent out of that message. One of which nothing
     * exists any more is deleted instead.
     *
     * @param ended how many of the batch have ended as sent by this message
     */
    private void replaceErased(SendBatch batch, int ended, long messageId) {
        if (ended == 0 || ended == batch.deliveries().size()) {
            return;
        }
        Set<Long> existing = deliveries.existing(batch.ids());
        if (existing.size() < batch.deliveries().size()) {
            OutboxPart rest = OutboxPart.of(batch.contentOf(existing, header));
            outbox.put(OutboxMessage.editOfSeveral(batch.chatId(), messageId, rest));
            outcomes.report(new DeliveryEvent.ErasedInJoined(batch.chatId(), messageId));
        }
    }

    /** The first of the files of a delivery that are sent one by one. */
    private boolean sentInPart(Delivery claimed, String worker, List<Long> messageIds) {
        Optional<Delivery> waiting = deliveries.findWaiting(claimed.id());
        waiting.filter(delivery -> delivery.content().beginsWithFilesOf(claimed.content()))
                .ifPresent(delivery -> outcomes.sentInPart(delivery, messageIds));
        queue.afterSending(claimed.chatId(), worker, messageIds.size());
        liftAlarms(claimed.chatId());
        return waiting.isPresent();
    }

    /** Reactions do not count for the rate limit; to Telegram the change of a topic is a message in it. */
    void reacted(SendBatch batch, String worker) {
        boolean isTopic = batch.purpose() == MessageKind.TOPIC_ICON;
        queue.finish(batch, worker, isTopic ? List.of(batch.first().content().replyToMessageId()) : List.of());
        if (batch.first().isEditOfSeveral()) {
            deliveries.remove(batch.first().id());
        }
    }

    /** The messages are deleted, or Telegram will never delete them: nothing is remembered of it. */
    void deleted(SendBatch deletion, String worker, Optional<String> refusal) {
        if (deliveries.remove(deletion.first().id())) {
            refusal.ifPresent(reason -> outcomes.report(deletion.first().notDeleted(reason)));
        }
        queue.removeUnused(deletion.chatId(), worker);
    }
}
