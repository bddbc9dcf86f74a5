package org.answerline.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.answerline.delivery.message.Delivery;
import org.answerline.delivery.message.MessageKind;
import org.answerline.delivery.message.OutboxMessage;
import org.answerline.delivery.schedule.PausedChats;
import org.answerline.platform.observability.Traces;

/** Where everything that has to leave is put, in the caller's transaction: both are kept, or neither. */
@ApplicationScoped
public class Outbox {

    /**
     * Told to the dispatcher when the transaction has committed.
     *
     * @param isNew whether something was put in that was not there before
     * @param supportMessageId whose it is, or null
     */
    record Filled(long chatId, boolean isNew, Long supportMessageId) {

        static Filled again(long chatId) {
            return new Filled(chatId, false, null);
        }
    }

    @Inject
    private DeliveryRepository deliveries;

    @Inject
    private ChatQueues chatQueues;

    @Inject
    private PausedChats pausedChats;

    @Inject
    private Event<Filled> filled;

    @Inject
    private Traces traces;

    @Inject
    private Clock clock;

    /** Queues an outbox message behind everything that already waits for its chat. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void put(OutboxMessage outboxMessage) {
        deliveries.add(outboxMessage, clock.instant(), traces.current());
        filled.fire(new Filled(outboxMessage.chatId(), true, outboxMessage.supportMessageId()));
    }

    /**
     * Takes back what waits of a message and was not tried yet, so that something else can be put in its place.
     *
     * @return its turn in the queue, for {@link #giveTurn}; empty when it is on its way, or any part of it has arrived: then nothing is taken
     *     back, and only what is new has to be put in
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Instant> takeBack(long supportMessageId, MessageKind purpose) {
        List<Delivery> waiting = deliveries.lockedWaiting(supportMessageId, purpose);
        if (waiting.isEmpty()
                || waiting.stream().anyMatch(Delivery::isTried)
                || deliveries.isAnySent(supportMessageId, purpose)) {
            return Optional.empty();
        }
        Optional<Instant> turn = deliveries.turnOf(waiting.get(0).id());
        waiting.forEach(delivery -> deliveries.remove(delivery.id()));
        return turn;
    }

    /**
     * Ends the deliveries of a withdrawn message that were not tried or have failed, so that they are not sent. A delivery that waits and
     * was tried may be on its way; {@link #endWithdrawn} ends it when its result is known.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void withdraw(long supportMessageId, MessageKind purpose) {
        deliveries.lockedWaiting(supportMessageId, purpose);
        deliveries.endUnsent(supportMessageId, purpose, false, clock.instant());
    }

    /** Ends all deliveries of a withdrawn message that were not sent, after the attempt that was under way has ended. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void endWithdrawn(long supportMessageId, MessageKind purpose) {
        deliveries.endUnsent(supportMessageId, purpose, true, clock.instant());
    }

    /** What was put in for a message after it was taken back gets its earlier turn, so that later messages of its author stay behind it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void giveTurn(Instant turn, long supportMessageId, MessageKind purpose) {
        deliveries
                .changeTurn(turn, supportMessageId, purpose)
                .forEach(chatId -> chatQueues.searchFromStart(chatId, turn));
    }

    /** Whether a part of a message is being sent at the moment, or waits for another attempt; it cannot end before this transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean isOnItsWay(long supportMessageId, MessageKind purpose) {
        return !deliveries.lockedWaiting(supportMessageId, purpose).isEmpty();
    }

    /** A message leaves again, so that what failed of it is not to be sent again as well. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forgetFailed(long supportMessageId, MessageKind purpose) {
        deliveries.deleteFailed(supportMessageId, purpose);
    }

    /**
     * Takes back the answers that still wait for a chat.
     *
     * @return the support messages they belong to
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Set<Long> recallAnswers(long chatId) {
        return deliveries.recall(chatId, MessageKind.ANSWER);
    }

    /** Whether anything waits to be sent to a chat. */
    public boolean isWaitedFor(long chatId) {
        return deliveries.isAnyWaiting(chatId);
    }

    /** Tries a chat at once that was left to rest after failures. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void resume(long chatId) {
        chatQueues.resume(chatId);
        pausedChats.resume(chatId);
        filled.fire(Filled.again(chatId));
    }
}
