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
    private OutboxStore ledger;

    @Inject
    private DeliveryRepository deliveries;

    @Inject
    private ChatQueues lanes;

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
    void chatClosed(SendBatch consignment, String carrier, String reason) {
        if (consignment.purpose().waitsForItsChat(operators.isOperatorChat(consignment.chatId()))) {
            alarms.raise(consignment.chatId(), reason, Duration.ZERO);
            ledger.backOff(consignment.chatId(), carrier);
        } else {
            ledger.gaveUp(consignment, carrier, reason);
        }
    }

    /** The message is at fault. */
    void messageRefused(SendBatch consignment, String carrier, String reason) {
        Delivery delivery = waiting(consignment);
        if (consignment.isBundle()) {
            separate(consignment);
        } else if (delivery != null && delivery.hasFiles()) {
            refuseFiles(delivery, carrier, reason);
        } else if (delivery != null && !delivery.becomePlain()) {
            ledger.gaveUp(consignment, carrier, reason);
        }
        lanes.putBack(consignment.chatId(), carrier);
    }

    /** Nobody knows whose fault it is: it is kept, and tried in other forms where there are any. */
    void refusedUnlisted(SendBatch consignment, String carrier, String reason) {
        boolean isOperators = operators.isOperatorChat(consignment.chatId());
        if (isOperators) {
            alarms.raise(consignment.chatId(), reason, Duration.ZERO);
        }
        Delivery delivery = waiting(consignment);
        int times = delivery == null ? 0 : delivery.faults().refusedUnlisted();
        if (consignment.isBundle()) {
            separate(consignment);
        } else if (times >= FEW && delivery.hasFiles()) {
            refuseFiles(delivery, carrier, reason);
        } else if (times >= MANY && !consignment.purpose().waitsForItsChat(isOperators)) {
            ledger.gaveUp(consignment, carrier, reason);
        }
        ledger.backOff(consignment.chatId(), carrier);
    }

    /**
     * It may have been carried out.
     *
     * @param isItsOwn whether Telegram answers other calls, so that waiting for better times does not help
     */
    void outcomeUnknown(SendBatch consignment, String carrier, String reason, boolean isItsOwn) {
        Delivery delivery = waiting(consignment);
        int times = delivery == null ? 0 : delivery.faults().outcomeUnknown();
        if (times < FEW) {
            ledger.backOff(consignment.chatId(), carrier);
        } else if (!isItsOwn) {
            delivery.faults().forgetUnknownOutcomes();
            ledger.backOff(consignment.chatId(), carrier);
        } else if (consignment.isBundle()) {
            separate(consignment);
            lanes.putBack(consignment.chatId(), carrier);
        } else if (delivery.hasFiles()) {
            giveFilesUp(delivery, reason);
            lanes.putBack(consignment.chatId(), carrier);
        } else {
            repeatSeldom(consignment, carrier, reason, times);
        }
    }

    /** Words are repeated like after any other fault at first: an answer that was lost on the way is far more often a message that was, too. */
    private void repeatSeldom(SendBatch consignment, String carrier, String reason, int times) {
        boolean isOperators = operators.isOperatorChat(consignment.chatId());
        if (isOperators) {
            alarms.raise(consignment.chatId(), reason, COPY_PAUSE);
        }
        if (times < MANY) {
            ledger.backOff(consignment.chatId(), carrier);
        } else if (!consignment.purpose().waitsForItsChat(isOperators)) {
            ledger.gaveUp(consignment, carrier, reason);
        } else {
            ledger.waitFor(consignment.chatId(), carrier, COPY_PAUSE);
        }
    }

    /** The content of a file that has to be uploaded is gone. */
    void contentGone(SendBatch consignment, String carrier, String reason) {
        Delivery delivery = waiting(consignment);
        if (delivery != null) {
            refuseFiles(delivery, carrier, reason);
        }
        lanes.putBack(consignment.chatId(), carrier);
    }

    /** The files could not be read for another reason, such as a full disk: that is waited for until somebody repairs it. */
    void machineAtFault(SendBatch consignment, String carrier, String reason) {
        if (operators.isOperatorChat(consignment.chatId())) {
            alarms.raise(consignment.chatId(), reason, Duration.ZERO);
        }
        ledger.backOff(consignment.chatId(), carrier);
    }

    /** Each file goes by itself, then in a plainer way, and is given up only when there is none. */
    private void refuseFiles(Delivery delivery, String carrier, String reason) {
        if (delivery.files().size() > 1) {
            delivery.goAlone();
            return;
        }
        switch (attachments.downgrade(delivery.files().get(0))) {
            case PLAINER -> delivery.faults().forget();
            case NOT_YET -> ledger.pause(delivery.chatId(), carrier, FETCH_PAUSE);
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

    private Delivery waiting(SendBatch consignment) {
        Delivery delivery = deliveries.find(consignment.first().id());
        return delivery != null && delivery.isWaiting() ? delivery : null;
    }
}
