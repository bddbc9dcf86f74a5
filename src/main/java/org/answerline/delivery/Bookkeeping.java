package org.answerline.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.BooleanSupplier;
import org.answerline.platform.DatabaseUnavailable;
import org.answerline.platform.Log;

/** Sees to it that what Telegram answered is recorded: an unavailable database is waited for, any other fault is not. */
@ApplicationScoped
class Bookkeeping {

    private static final Logger LOG = Log.of(Bookkeeping.class);

    /** A conflict with somebody who changes the same rows passes; a fault of ours does not. */
    private static final int TRIES = 3;

    @Inject
    private UnrecordedDeliveries unrecorded;

    /**
     * Makes an entry, however long the database is unavailable.
     *
     * @param pause waits a moment; says whether it is time to stop
     */
    void record(TelegramSender.Entry entry, SendBatch batch, String worker, BooleanSupplier pause) {
        int tries = 0;
        do {
            try {
                entry.make();
                return;
            } catch (Exception fault) {
                tries += isDatabaseUnavailable(fault) ? 0 : 1;
                LOG.log(Level.WARNING, () -> batch + " is not recorded yet: " + fault);
                if (tries >= TRIES && recordedPlainly(entry, batch, worker, fault)) {
                    return;
                }
            }
        } while (!pause.getAsBoolean());
    }

    private boolean recordedPlainly(TelegramSender.Entry entry, SendBatch batch, String worker, Exception fault) {
        LOG.log(Level.ERROR, batch + " cannot be recorded because of a fault in this program", fault);
        try {
            if (entry.taken().isEmpty()) {
                unrecorded.notSent(batch, worker, fault);
            } else {
                unrecorded.sent(batch, worker, entry.taken(), fault);
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
