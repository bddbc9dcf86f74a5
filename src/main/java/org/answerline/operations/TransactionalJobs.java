package org.answerline.operations;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Runs scheduled work that changes data by JPA and by JDBC in one transaction, one job after the other.
 *
 * <p>On the thread of an EJB timer Payara gives JPA and JDBC two connections, and what should be one transaction would be two. On a thread
 * that the application has started they share one.
 */
@ApplicationScoped
public class TransactionalJobs {

    /** More than this wait only if the database does not answer; they come again by themselves. */
    private static final int MOST_WAITING = 10;

    @Resource
    private ManagedThreadFactory threads;

    private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private volatile Thread worker;

    /** Starts the thread; must not be called on the thread of a timer. */
    void start() {
        worker = threads.newThread(this::work);
        worker.start();
    }

    /** Runs a job when those before it have ended; drops it if too many wait. */
    void run(Runnable job) {
        waiting.offer(job);
    }

    @PreDestroy
    void stop() {
        if (worker != null) {
            worker.interrupt();
        }
    }

    private void work() {
        try {
            while (true) {
                ScheduledJobs.safely(waiting.take());
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
