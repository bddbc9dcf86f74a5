package org.answerline.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.answerline.attachment.Attachments;
import org.answerline.delivery.alarm.Alarm;
import org.answerline.delivery.alarm.Alarms;
import org.answerline.delivery.message.Delivery;
import org.answerline.delivery.message.DeliveryFaults;
import org.answerline.delivery.message.MessageKind;
import org.answerline.delivery.message.OperatorChatIdentity;
import org.answerline.delivery.send.SendBatch;

/**
 * Stores the results of batches that Telegram did not accept, in the caller's transaction.
 *
 * <p>A message is given up only after every simpler form was tried: alone, each file by itself, as another type of file, as text only.
 */
@ApplicationScoped
class FailedBatches {

    /** The pause before a file is tried again whose content is still being downloaded. */
    private static final Duration DOWNLOAD_PAUSE = Duration.ofSeconds(1);

    /** Between attempts whose outcomes stay unknown: each may put one more copy into the chat. */
    private static final Duration COPY_PAUSE = Duration.ofMinutes(1);

    @Inject
    private DeliveryRepository deliveries;

    @Inject
    private DeliveryOutcomes outcomes;

    @Inject
    private QueueRelease queue;

    @Inject
    private Alarms alarms;

    @Inject
    private Attachments attachments;

    @Inject
    private OperatorChatIdentity operators;

    @Inject
    private ChatRedirect redirect;

    void gaveUp(SendBatch batch, String worker, String reason) {
        waiting(batch).ifPresent(delivery -> outcomes.gaveUp(delivery, reason));
        queue.now(batch.chatId(), worker);
    }

    /**
     * A message is not copied. An error about a chat may be about the chat of the original; the text before the copy has just arrived in its
     * own chat.
     */
    void copyRefused(SendBatch batch, String worker, String reason) {
        waiting(batch).ifPresent(delivery -> outcomes.copyGivenUp(delivery, reason));
        queue.now(batch.chatId(), worker);
    }

    /** Telegram asks to wait before the next message to this chat; an icon is not worth a second attempt. */
    void retryAfter(SendBatch batch, String worker, Duration delay) {
        if (batch.purpose() == MessageKind.TOPIC_ICON) {
            outcomes.iconDropped(batch.first(), true);
        }
        queue.afterFailure(batch.chatId(), worker, delay);
    }

    /** Neither the message nor the chat is at fault: it is tried again as soon as Telegram can be reached. */
    void unavailable(long chatId, String worker) {
        queue.now(chatId, worker);
    }

    /** The chat has another id now, to which everything that waits is sent. */
    void chatMoved(long oldChatId, String worker, long newChatId) {
        redirect.upgraded(oldChatId, newChatId);
        queue.now(oldChatId, worker);
    }

    /** No chat can be reached until the owner corrects the token. */
    void tokenRefused(long chatId, String worker, String reason) {
        alarms.raise(Alarm.ALL_CHATS, reason, Duration.ZERO);
        queue.now(chatId, worker);
    }

    /** The bot may not write to the chat: what must arrive there waits, with an alarm; anything else is given up. */
    void chatClosed(SendBatch batch, String worker, String reason) {
        if (batch.purpose().waitsForItsChat(operators.isOperatorChat(batch.chatId()))) {
            alarms.raise(batch.chatId(), reason, Duration.ZERO);
            queue.backOff(batch.chatId(), worker);
        } else {
            gaveUp(batch, worker, reason);
        }
    }

    /** The message is at fault. */
    void refused(SendBatch batch, String worker, String reason) {
        Optional<Delivery> waiting = waiting(batch);
        if (batch.isJoined()) {
            separate(batch);
        } else if (waiting.filter(Delivery::hasFiles).isPresent()) {
            simplifyFiles(waiting.get(), worker, reason);
        } else if (waiting.filter(Delivery::isCopy).isPresent()) {
            outcomes.copyGivenUp(waiting.get(), reason);
        } else {
            waiting.ifPresent(delivery -> simplifyText(delivery, reason));
        }
        queue.now(batch.chatId(), worker);
    }

    /** The message or the chat is at fault: it is kept, and tried in simpler forms if there are any. */
    void refusedUnlisted(SendBatch batch, String worker, String reason) {
        boolean isOperators = raiseIfOperators(batch, reason, Duration.ZERO);
        Optional<Delivery> waiting = waiting(batch);
        int times = waiting.map(delivery -> delivery.faults().countUnlistedRefusal())
                .orElse(0);
        waiting.ifPresent(deliveries::save);
        if (batch.isJoined()) {
            separate(batch);
        } else if (times >= DeliveryFaults.FEW && waiting.get().hasFiles()) {
            simplifyFiles(waiting.get(), worker, reason);
        } else if (times >= DeliveryFaults.FEW && waiting.get().isCopy()) {
            outcomes.copyGivenUp(waiting.get(), reason);
        } else if (times >= DeliveryFaults.MANY && !batch.purpose().waitsForItsChat(isOperators)) {
            gaveUp(batch, worker, reason);
        }
        queue.backOff(batch.chatId(), worker);
    }

    /**
     * The call may have been carried out.
     *
     * @param isItsOwn whether Telegram answers other calls, so that waiting for Telegram does not help
     */
    void outcomeUnknown(SendBatch batch, String worker, String reason, boolean isItsOwn) {
        Optional<Delivery> waiting = waiting(batch);
        int times =
                waiting.map(delivery -> delivery.faults().countUnknownOutcome()).orElse(0);
        waiting.ifPresent(deliveries::save);
        if (times < DeliveryFaults.FEW) {
            queue.backOff(batch.chatId(), worker);
        } else if (!isItsOwn) {
            waiting.get().faults().forgetUnknownOutcomes();
            deliveries.save(waiting.get());
            queue.backOff(batch.chatId(), worker);
        } else if (batch.isJoined()) {
            separate(batch);
            queue.now(batch.chatId(), worker);
        } else if (waiting.get().hasFiles()) {
            giveUpFiles(waiting.get(), reason);
            queue.now(batch.chatId(), worker);
        } else if (waiting.get().isCopy()) {
            outcomes.copyGivenUp(waiting.get(), reason);
            queue.now(batch.chatId(), worker);
        } else {
            repeatText(batch, worker, reason, times);
        }
    }

    /**
     * A text is repeated like after any other fault at first: the response was lost, and more often than not the request was lost too.
     */
    private void repeatText(SendBatch batch, String worker, String reason, int times) {
        boolean isOperators = raiseIfOperators(batch, reason, COPY_PAUSE);
        if (times < DeliveryFaults.MANY) {
            queue.backOff(batch.chatId(), worker);
        } else if (!batch.purpose().waitsForItsChat(isOperators)) {
            gaveUp(batch, worker, reason);
        } else {
            queue.afterFailure(batch.chatId(), worker, COPY_PAUSE);
        }
    }

    /** The content of a file that has to be uploaded no longer exists. */
    void contentMissing(SendBatch batch, String worker, String reason) {
        waiting(batch).ifPresent(delivery -> simplifyFiles(delivery, worker, reason));
        queue.now(batch.chatId(), worker);
    }

    /** A file could not be read for another reason, such as a full disk: it waits until somebody repairs the machine. */
    void contentUnreadable(SendBatch batch, String worker, String reason) {
        raiseIfOperators(batch, reason, Duration.ZERO);
        queue.backOff(batch.chatId(), worker);
    }

    /** Each file is sent by itself, then as another type, and is given up only when there is no type left. */
    private void simplifyFiles(Delivery delivery, String worker, String reason) {
        if (delivery.content().files().size() > 1) {
            sendAlone(delivery);
            return;
        }
        switch (attachments.downgrade(delivery.content().files().get(0))) {
            case PLAINER -> {
                delivery.faults().forget();
                deliveries.save(delivery);
            }
            case NOT_YET -> queue.in(DOWNLOAD_PAUSE, delivery.chatId(), worker);
            case NOTHING_LEFT -> outcomes.fileGivenUp(delivery, reason, false);
        }
    }

    private void giveUpFiles(Delivery delivery, String reason) {
        if (delivery.content().files().size() > 1) {
            sendAlone(delivery);
        } else {
            outcomes.fileGivenUp(delivery, reason, true);
        }
    }

    /** Each notice is sent by itself from now on, so that only the one at fault ends; some may be erased by now. */
    void separate(SendBatch joined) {
        joined.ids().stream()
                .map(deliveries::findWaiting)
                .flatMap(Optional::stream)
                .forEach(this::sendAlone);
    }

    private void sendAlone(Delivery delivery) {
        delivery.sendAlone();
        deliveries.save(delivery);
    }

    /** A text is tried without its format before it is given up. */
    private void simplifyText(Delivery delivery, String reason) {
        if (delivery.content().simplify()) {
            deliveries.save(delivery);
        } else {
            outcomes.gaveUp(delivery, reason);
        }
    }

    private boolean raiseIfOperators(SendBatch batch, String reason, Duration pause) {
        boolean isOperators = operators.isOperatorChat(batch.chatId());
        if (isOperators) {
            alarms.raise(batch.chatId(), reason, pause);
        }
        return isOperators;
    }

    private Optional<Delivery> waiting(SendBatch batch) {
        Delivery claimed = batch.first();
        return deliveries.findWaiting(claimed.id()).filter(delivery -> delivery.content()
                .beginsWithFilesOf(claimed.content()));
    }
}
