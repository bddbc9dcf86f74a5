package org.answerline.promises;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Updates made by hand, for what no app can send. */
final class Updates {

    /** Far from those of the sandbox, which lie between a hundred and a thousand millions. */
    private static final AtomicLong IDS = new AtomicLong(5_000_000_000L);

    private static final AtomicLong LOW_IDS = new AtomicLong(1_000);

    private Updates() {}

    /** An update_id that was never used. */
    static long newId() {
        return IDS.incrementAndGet();
    }

    /** An update_id that was never used, lower than all others. */
    static long lowId() {
        return LOW_IDS.incrementAndGet();
    }

    /** What these return, all started at the same instant. */
    static <T> List<T> atOnce(List<Callable<T>> actions) throws Exception {
        var start = new CountDownLatch(1);
        var pool = Executors.newFixedThreadPool(actions.size());
        try {
            var running = new ArrayList<Future<T>>();
            for (var action : actions) {
                running.add(pool.submit(() -> {
                    start.await();
                    return action.call();
                }));
            }
            start.countDown();
            var results = new ArrayList<T>();
            for (var one : running) {
                results.add(one.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
