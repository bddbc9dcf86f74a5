package org.answerline.platform.observability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import org.answerline.sandbox.Await;
import org.junit.jupiter.api.Test;

class HeartbeatsTest {
    private long nanos;

    private final Heartbeats heartbeats = new Heartbeats(() -> nanos);

    @Test
    void aWorkerThatGoesRoundIsWell() {
        heartbeats.beat("worker");
        nanos += Duration.ofMinutes(9).toNanos();
        assertEquals(Map.of("worker", "running"), heartbeats.states());
        assertTrue(Heartbeats.isWell(heartbeats.states()));
    }

    @Test
    void aWorkerThatHangsIsNot() {
        heartbeats.beat("worker");
        nanos += Duration.ofMinutes(11).toNanos();
        assertEquals(Map.of("worker", "stalled"), heartbeats.states());
        assertFalse(Heartbeats.isWell(heartbeats.states()));
        heartbeats.beat("worker");
        assertTrue(Heartbeats.isWell(heartbeats.states()));
    }

    @Test
    void aWorkerThatDiedIsNotAndOneThatEndedIsForgotten() throws InterruptedException {
        inAThread(() -> heartbeats.beat("worker"));
        assertEquals(Map.of("worker", "stopped"), heartbeats.states());
        inAThread(() -> {
            heartbeats.beat("worker");
            heartbeats.end("worker");
        });
        assertEquals(Map.of(), heartbeats.states());
    }

    @Test
    void threadsThatWaitForEachOtherAreSeen() throws InterruptedException {
        var one = new ReentrantLock();
        var two = new ReentrantLock();
        var both = new CountDownLatch(2);
        var threads = List.of(holding(one, two, both), holding(two, one, both));
        Await.until("a deadlock is seen", () -> !heartbeats.states().isEmpty());
        assertEquals(Map.of("threads", "deadlock"), heartbeats.states());
        for (var thread : threads) {
            thread.interrupt();
            thread.join();
        }
        assertEquals(Map.of(), heartbeats.states());
    }

    @Test
    void waitingForAnExternalSystemIsNotSilence() {
        heartbeats.waitOutside("fetcher");
        nanos += Duration.ofHours(5).toNanos();
        assertEquals(Map.of("fetcher", "running"), heartbeats.states());
        heartbeats.beat("fetcher");
        nanos += Duration.ofHours(5).toNanos();
        assertEquals(Map.of("fetcher", "stalled"), heartbeats.states());
    }

    private static Thread holding(ReentrantLock first, ReentrantLock second, CountDownLatch both) {
        var thread = new Thread(() -> {
            first.lock();
            try {
                both.countDown();
                both.await();
                second.lockInterruptibly();
                second.unlock();
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
            } finally {
                first.unlock();
            }
        });
        thread.start();
        return thread;
    }

    private static void inAThread(Runnable work) throws InterruptedException {
        var thread = new Thread(work);
        thread.start();
        thread.join();
    }
}
