package org.answerline.account.password;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Limits the passwords that are hashed at the same time to half of the processors; the rest of the server uses the others.
 *
 * <p>A waiting request holds a thread of the server, so only a limited number may wait, and not for long; the others are refused.
 */
final class HashingQueue {
    /** The largest number of waiting requests: Payara has 200 threads for requests, and the webhook, health checks and pages need some. */
    private static final int MOST_WAITING = 80;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final Semaphore running;
    private final AtomicInteger waiting = new AtomicInteger();
    private final int mostWaiting;
    private final Duration longestWait;

    HashingQueue(int processors) {
        this(Math.max(1, processors / 2), MOST_WAITING, LONGEST_WAIT);
    }

    HashingQueue(int parallel, int mostWaiting, Duration longestWait) {
        this.running = new Semaphore(parallel, true);
        this.mostWaiting = mostWaiting;
        this.longestWait = longestWait;
    }

    /** Runs the work when its turn comes. */
    <T> T run(Supplier<T> work) {
        enter();
        try {
            return work.get();
        } finally {
            running.release();
        }
    }

    /** The number of requests that wait for their turn. */
    int waiting() {
        return waiting.get();
    }

    private void enter() {
        if (running.tryAcquire()) {
            return;
        }
        try {
            if (waiting.incrementAndGet() > mostWaiting || !isMyTurn()) {
                throw new TooBusyException();
            }
        } finally {
            waiting.decrementAndGet();
        }
    }

    private boolean isMyTurn() {
        try {
            return running.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
