package org.answerline.account.password;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.answerline.sandbox.Await;
import org.junit.jupiter.api.Test;

class HashingQueueTest {
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);

    @Test
    void aFullQueueRefusesAtOnceAndServesTheOthers() throws Exception {
        var queue = new HashingQueue(1, 1, Duration.ofMinutes(1));
        var threads = Executors.newFixedThreadPool(2);
        try {
            var first = threads.submit(() -> queue.run(this::work));
            entered.await();
            var second = threads.submit(() -> queue.run(() -> "second"));
            // Until the second is waiting a third would wait, too: it waits in its place.
            Await.until("the second waits", () -> queue.waiting() > 0);
            assertThrows(TooBusyException.class, () -> queue.run(() -> "third"));
            over.countDown();
            assertEquals("first", first.get(1, TimeUnit.MINUTES));
            assertEquals("second", second.get(1, TimeUnit.MINUTES));
            assertEquals("fourth", queue.run(() -> "fourth"));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void nobodyWaitsForLong() throws Exception {
        var queue = new HashingQueue(1, 1, Duration.ofMillis(1));
        var threads = Executors.newFixedThreadPool(1);
        try {
            threads.submit(() -> queue.run(this::work));
            entered.await();
            assertThrows(TooBusyException.class, () -> queue.run(() -> "second"));
            assertEquals(0, queue.waiting());
        } finally {
            over.countDown();
            threads.shutdownNow();
        }
    }

    @Test
    void workThatFailsMakesRoom() {
        var queue = new HashingQueue(1, 1, Duration.ofMinutes(1));
        assertThrows(
                IllegalStateException.class,
                () -> queue.run(() -> {
                    throw new IllegalStateException();
                }));
        assertEquals("next", queue.run(() -> "next"));
    }

    private String work() {
        entered.countDown();
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "first";
    }
}
