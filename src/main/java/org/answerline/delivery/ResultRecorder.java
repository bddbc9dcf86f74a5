package org.answerline.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.answerline.delivery.send.SendBatch;
import org.answerline.delivery.send.SendResult;
import org.answerline.platform.database.DatabaseUnavailable;
import org.answerline.platform.observability.Log;

/** Has results recorded: again and again while the database is unavailable; after any other fault it releases the chat and raises an alarm. */
@ApplicationScoped
public class ResultRecorder {

    private static final Logger LOG = Log.of(ResultRecorder.class);

    /** A conflict with another transaction passes; a fault of this program does not. */
    private static final int TRIES = 3;

    @Inject
    private OutboxStore outboxStore;

    @Inject
    private UnrecordedDeliveries unrecorded;

    /**
     * Stores a result, however long the database is unavailable.
     *
     * @param isToGoOn whether the worker wants the next batch of the same chat
     * @param pause waits a moment; says whether it is time to stop
     * @return that batch, if it may be sent at once
     */
    Optional<SendBatch> record(
            SendBatch batch, SendResult result, String worker, boolean isToGoOn, BooleanSupplier pause) {
        int tries = 0;
        boolean goesOn = isToGoOn;
        do {
            try {
                return outboxStore.record(batch, result, worker, goesOn);
            } catch (Exception fault) {
                // After an outage every node records its results before anything is claimed.
                goesOn = false;
                tries += isDatabaseUnavailable(fault) ? 0 : 1;
                LOG.log(Level.WARNING, () -> batch + " is not recorded yet: " + fault);
                if (tries >= TRIES && recordedPlainly(batch, result, worker, fault)) {
                    return Optional.empty();
                }
            }
        } while (!pause.getAsBoolean());
        return Optional.empty();
    }

    private boolean recordedPlainly(SendBatch batch, SendResult result, String worker, Exception fault) {
        LOG.log(Level.ERROR, batch + " cannot be recorded because of a fault in this program", fault);
        try {
            if (result.messageIds().isEmpty()) {
                unrecorded.notSent(batch, worker, fault);
            } else {
                unrecorded.sent(batch, worker, result.messageIds(), fault);
            }
            return true;
        } catch (Exception again) {
            LOG.log(Level.ERROR, batch + " cannot be released yet", again);
            return false;
        }
    }

    /** Not every layer above a driver says why it failed, so the database is asked. */
    private boolean isDatabaseUnavailable(Exception fault) {
        if (DatabaseUnavailable.causes(fault)) {
            return true;
        }
        try {
            unrecorded.probeDatabase();
            return false;
        } catch (Exception unavailable) {
            return true;
        }
    }
}
