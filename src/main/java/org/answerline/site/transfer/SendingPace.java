package org.answerline.site.transfer;

import java.util.concurrent.TimeUnit;

/**
 * Whether a body arrives fast enough: every sender has 30 seconds, and each 4 KiB that arrive give a second more, but never more than 30
 * from then on. What arrived long ago therefore gives no time for later: who has sent much cannot hold it here by sending no more.
 */
final class SendingPace {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

    /** In bytes per second: even a phone with bad reception is faster. */
    private static final long SLOWEST = 4 * 1024;

    private volatile long until;

    /**
     * Begins.
     *
     * @param now the current value of {@link System#nanoTime()}
     */
    SendingPace(long now) {
        until = now + PATIENCE;
    }

    /** Records that some bytes have arrived; called by one thread at a time. */
    void arrived(int bytes, long now) {
        long more = until + TimeUnit.SECONDS.toNanos(bytes) / SLOWEST;
        long most = now + PATIENCE;
        until = more - most > 0 ? most : more;
    }

    /** Whether the sender has had its time. */
    boolean isTooSlow(long now) {
        return now - until > 0;
    }
}
