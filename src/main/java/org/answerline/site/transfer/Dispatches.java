package org.answerline.site.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Requests that are dispatched again after their bodies have come, no more at once than a server has threads for requests: Payara would
 * make a thread for each.
 */
@ApplicationScoped
class Dispatches {
    private static final int AT_ONCE = 200;

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int running;

    /** Dispatches now, or as soon as another is over. */
    void begin(Runnable dispatch) {
        synchronized (this) {
            if (running == AT_ONCE) {
                waiting.add(dispatch);
                return;
            }
            running++;
        }
        dispatch.run();
    }

    /** One that has begun is over. */
    void end() {
        Runnable next;
        synchronized (this) {
            next = waiting.poll();
            if (next == null) {
                running--;
                return;
            }
        }
        next.run();
    }
}
