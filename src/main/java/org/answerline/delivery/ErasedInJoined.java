package org.answerline.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.answerline.delivery.message.DeliveryEvent;
import org.answerline.delivery.message.OutboxMessage;
import org.answerline.delivery.message.OutboxPart;
import org.answerline.delivery.send.NoticeBatchHeader;
import org.answerline.delivery.send.SendBatch;

/** Takes the texts of users who were erased while a message of several notices was being sent out of that message, in the caller's transaction. */
@ApplicationScoped
class ErasedInJoined {

    @Inject
    private DeliveryRepository deliveries;

    @Inject
    private Outbox outbox;

    @Inject
    private NoticeBatchHeader header;

    @Inject
    private DeliveryOutcomes outcomes;

    /**
     * Replaces the texts of those that do not exist any more; a message of which nothing exists is left to the caller, who deletes it.
     *
     * @param ended how many of the batch have ended as sent by this message
     * @param messageId the message_id of Telegram
     */
    void replace(SendBatch batch, int ended, long messageId) {
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
}
