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

/** Ends transfers whose other side is too slow, which hold no thread and so cannot look at the clock themselves. */
@ApplicationScoped
class SlowTransfers {
    private static final int EVERY_SECONDS = 1;

    private static final Logger LOG = Log.of(SlowTransfers.class);

    /** Something that is sent or received. */
    interface Transfer {
        /**
         * Whether it has taken longer than it may.
         *
         * @param now of {@link System#nanoTime()}
         */
        boolean isTooSlow(long now);

        /** Ends it; what has ended by itself meanwhile stays as it is. */
        void expire();
    }

    private final Set<Transfer> open = ConcurrentHashMap.newKeySet();
    private ScheduledExecutorService clock;

    // Not the server's executor: it may be full of work that waits.
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

    /** Runs something short in a millisecond. */
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

    // An exception would end the timer, and with it the time limit of all others.
    private static void expire(Transfer transfer) {
        try {
            transfer.expire();
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "A slow transfer could not be ended", failure);
        }
    }
}
