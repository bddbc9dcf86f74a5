package org.answerline.site.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;

/**
 * Dispatches or completes an asynchronous request only after the call that started it has returned to the server.
 *
 * <p>The specification requires the server to wait for that. Payara 6 does, but loses a dispatch that another thread requests at the very
 * moment of the return, and then the request is never answered.
 *
 * @see <a href="https://jakarta.ee/specifications/servlet/6.0/jakarta-servlet-spec-6.0#asynchronous-processing">Servlet 6.0, 2.3.3.3</a>
 */
@ApplicationScoped
class AfterReturn {
    /** The longest wait in milliseconds, in case the thread of the call is not scheduled for long. */
    private static final int LONGEST = 2_000;

    @Inject
    SlowTransfers timer;

    /** Runs the action at once if the call has returned already, otherwise some milliseconds later in the timer's thread. */
    void run(AsyncContext context, Runnable action) {
        if (hasReturned(context)) {
            action.run();
        } else {
            timer.soon(() -> runLater(context, action, 1));
        }
    }

    private void runLater(AsyncContext context, Runnable action, int waited) {
        if (waited < LONGEST && !hasReturned(context)) {
            timer.soon(() -> runLater(context, action, waited + 1));
        } else {
            // One more delay: the call returns just after the request can no longer be configured.
            timer.soon(action);
        }
    }

    /** After the return an asynchronous request can no longer be configured, according to the specification. */
    private static boolean hasReturned(AsyncContext context) {
        try {
            context.setTimeout(0);
            return false;
        } catch (IllegalStateException returned) {
            return true;
        }
    }
}
