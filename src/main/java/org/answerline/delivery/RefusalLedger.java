package org.answerline.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.answerline.attachment.Attachments;

/**
 * The transactions for what Telegram did not take, one for each meaning of an answer that needs one.
 *
 * <p>Nothing is given up before every other form was tried: together, alone, as another sort of file, as words only.
 */
@ApplicationScoped
@Transactional
class RefusalLedger {

    /** So many unknown outcomes in a row, with Telegram answering otherwise, are no accident. */
    static final int FEW = 3;

    /** After so many, within a minute or more, nothing else will come of it. */
    private static final int MANY = 8;

    /** Looked again so soon for a file that is still being fetched. */
    private static final Duration FETCH_PAUSE = Duration.ofSeconds(1);

    /** Between attempts whose outcomes stay unknown: each may put one more copy into the chat. */
    private static final Duration COPY_PAUSE = Duration.ofMinutes(1);

    @Inject
    private OutboxStore outboxStore;

    @Inject
    private DeliveryRepository deliveries;

    @Inject
    private ChatQueues chatQueues;

    @Inject
    private Alarms alarms;

    @Inject
    private Attachments attachments;

    @Inject
    private OperatorChatIdentity operators;

    @Inject
    private Event<DeliveryEvent> reports;

    @Inject
    private Clock clock;

    /** Nobody may write to the chat: what has to be known there waits, with an alarm; anything else ends. */
    void chatClosed(SendBatch batch, String worker, String reason) {
        if (batch.purpose().waitsForItsChat(operators.isOperatorChat(batch.chatId()))) {
            alarms.raise(batch.chatId(), reason, Duration.ZERO);
            outboxStore.backOff(batch.chatId(), worker);
        } else {
            outboxStore.gaveUp(batch, worker, reason);
        }
    }

    /** The message is at fault. */
    void messageRefused(SendBatch batch, String worker, String reason) {
        Delivery delivery = waiting(batch);
        if (batch.isBundle()) {
            separate(batch);
        } else if (delivery != null && delivery.hasFiles()) {
            refuseFiles(delivery, worker, reason);
        } else if (delivery != null && !delivery.becomePlain()) {
            outboxStore.gaveUp(batch, worker, reason);
        }
        chatQueues.putBack(batch.chatId(), worker);
    }

    /** Nobody knows whose fault it is: it is kept, and tried in other forms where there are any. */
    void refusedUnlisted(SendBatch batch, String worker, String reason) {
        boolean isOperators = operators.isOperatorChat(batch.chatId());
        if (isOperators) {
            alarms.raise(batch.chatId(), reason, Duration.ZERO);
        }
        Delivery delivery = waiting(batch);
        int times = delivery == null ? 0 : delivery.faults().refusedUnlisted();
        if (batch.isBundle()) {
            separate(batch);
        } else if (times >= FEW && delivery.hasFiles()) {
            refuseFiles(delivery, worker, reason);
        } else if (times >= MANY && !batch.purpose().waitsForItsChat(isOperators)) {
            outboxStore.gaveUp(batch, worker, reason);
        }
        outboxStore.backOff(batch.chatId(), worker);
    }

    /**
     * It may have been carried out.
     *
     * @param isItsOwn whether Telegram answers other calls, so that waiting for better times does not help
     */
    void outcomeUnknown(SendBatch batch, String worker, String reason, boolean isItsOwn) {
        Delivery delivery = waiting(batch);
        int times = delivery == null ? 0 : delivery.faults().outcomeUnknown();
        if (times < FEW) {
            outboxStore.backOff(batch.chatId(), worker);
        } else if (!isItsOwn) {
            delivery.faults().forgetUnknownOutcomes();
            outboxStore.backOff(batch.chatId(), worker);
        } else if (batch.isBundle()) {
            separate(batch);
            chatQueues.putBack(batch.chatId(), worker);
        } else if (delivery.hasFiles()) {
            giveFilesUp(delivery, reason);
            chatQueues.putBack(batch.chatId(), worker);
        } else {
            repeatSeldom(batch, worker, reason, times);
        }
    }

    /** Words are repeated like after any other fault at first: an answer that was lost on the way is far more often a message that was, too. */
    private void repeatSeldom(SendBatch batch, String worker, String reason, int times) {
        boolean isOperators = operators.isOperatorChat(batch.chatId());
        if (isOperators) {
            alarms.raise(batch.chatId(), reason, COPY_PAUSE);
        }
        if (times < MANY) {
            outboxStore.backOff(batch.chatId(), worker);
        } else if (!batch.purpose().waitsForItsChat(isOperators)) {
            outboxStore.gaveUp(batch, worker, reason);
        } else {
            outboxStore.waitFor(batch.chatId(), worker, COPY_PAUSE);
        }
    }

    /** The content of a file that has to be uploaded is gone. */
    void contentGone(SendBatch batch, String worker, String reason) {
        Delivery delivery = waiting(batch);
        if (delivery != null) {
            refuseFiles(delivery, worker, reason);
        }
        chatQueues.putBack(batch.chatId(), worker);
    }

    /** The files could not be read for another reason, such as a full disk: that is waited for until somebody repairs it. */
    void machineAtFault(SendBatch batch, String worker, String reason) {
        if (operators.isOperatorChat(batch.chatId())) {
            alarms.raise(batch.chatId(), reason, Duration.ZERO);
        }
        outboxStore.backOff(batch.chatId(), worker);
    }

    /** Each file goes by itself, then in a plainer way, and is given up only when there is none. */
    private void refuseFiles(Delivery delivery, String worker, String reason) {
        if (delivery.files().size() > 1) {
            delivery.goAlone();
            return;
        }
        switch (attachments.downgrade(delivery.files().get(0))) {
            case PLAINER -> delivery.faults().forget();
            case NOT_YET -> outboxStore.pause(delivery.chatId(), worker, FETCH_PAUSE);
            case NOTHING_LEFT -> giveFileUp(delivery, reason, false);
        }
    }

    private void giveFilesUp(Delivery delivery, String reason) {
        if (delivery.files().size() > 1) {
            delivery.goAlone();
        } else {
            giveFileUp(delivery, reason, true);
        }
    }

    private void giveFileUp(Delivery delivery, String reason, boolean uncertain) {
        String file = delivery.files().get(0);
        boolean ended = delivery.fileRefused(reason, clock.instant());
        deliveries.flush();
        DeliveryEvent.End end = DeliveryEvent.End.NOT_YET;
        if (ended && delivery.isLast()) {
            end = deliveries.hasArrived(delivery) ? DeliveryEvent.End.REST_ARRIVED : DeliveryEvent.End.NOTHING_ARRIVED;
        }
        reports.fire(new DeliveryEvent.FileRefused(
                delivery.purpose(), delivery.supportMessageId(), file, reason, uncertain, end));
    }

    /** A bundle did not pass: each of it goes by itself now, so that only the one at fault ends; some may be erased by now. */
    private void separate(SendBatch bundle) {
        bundle.ids().stream().map(deliveries::find).filter(Objects::nonNull).forEach(Delivery::goAlone);
    }

    private Delivery waiting(SendBatch batch) {
        Delivery delivery = deliveries.find(batch.first().id());
        return delivery != null && delivery.isWaiting() ? delivery : null;
    }
}
