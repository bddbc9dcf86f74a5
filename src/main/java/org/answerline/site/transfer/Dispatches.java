package org.answerline.site.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Limits the requests that are dispatched again after their bodies have arrived to the number of threads that a server has for requests:
 * Payara would create a thread for each.
 */
@ApplicationScoped
class Dispatches {
    private static final int AT_ONCE = 200;

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int running;

    /** Dispatches now, or as soon as another request has ended. */
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

    /** Records the end of a dispatched request. */
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
