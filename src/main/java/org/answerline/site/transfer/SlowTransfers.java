package org.answerline.site.transfer;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.answerline.platform.observability.Log;

/** Ends transfers whose client is too slow; they hold no thread and so cannot check the time themselves. */
@ApplicationScoped
class SlowTransfers {
    private static final int EVERY_SECONDS = 1;

    private static final Logger LOG = Log.of(SlowTransfers.class);

    /** A transfer in either direction. */
    interface Transfer {
        /**
         * Whether it has exceeded its time limit.
         *
         * @param now the current value of {@link System#nanoTime()}
         */
        boolean isTooSlow(long now);

        /** Ends it; has no effect on a transfer that has already ended. */
        void expire();
    }

    private final Set<Transfer> open = ConcurrentHashMap.newKeySet();
    private ScheduledExecutorService clock;

    // not the server's executor, whose queue may be full
    @PostConstruct
    void start() {
        clock = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "answerline-slow-transfers");
            thread.setDaemon(true);
            return thread;
        });
        clock.scheduleWithFixedDelay(this::look, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        clock.shutdownNow();
    }

    void add(Transfer transfer) {
        open.add(transfer);
    }

    void remove(Transfer transfer) {
        open.remove(transfer);
    }

    /** Runs a short task after a millisecond. */
    void soon(Runnable task) {
        clock.schedule(task, 1, TimeUnit.MILLISECONDS);
    }

    private void look() {
        long now = System.nanoTime();
        for (Transfer transfer : open) {
            if (transfer.isTooSlow(now)) {
                open.remove(transfer);
                expire(transfer);
            }
        }
    }

    // An exception would stop the timer and with it the time limits of all transfers.
    private static void expire(Transfer transfer) {
        try {
            transfer.expire();
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "A slow transfer could not be ended", failure);
        }
    }
}
