package org.answerline.account.password;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Lets only some passwords be hashed at the same time, on half of the processors: the rest of the server keeps the others.
 *
 * <p>Whoever waits holds a thread of the server, so only some may wait, and not for long; the others are told to come again.
 */
final class HashingQueue {
    /** Of the 200 threads that Payara has for requests; the others answer the webhook, health checks and pages. */
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

    /** Does the work when it is its turn. */
    <T> T run(Supplier<T> work) {
        enter();
        try {
            return work.get();
        } finally {
            running.release();
        }
    }

    /** How many wait for their turn. */
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
