package org.answerline.bench;

import java.time.Duration;
import org.answerline.sandbox.Await;

/** Waits. */
final class Pauses {

    private Pauses() {}

    static void of(Duration time) {
        try {
            Await.pass(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
