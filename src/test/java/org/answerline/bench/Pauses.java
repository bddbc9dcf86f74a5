package org.answerline.bench;

import java.time.Duration;

/** Waits. */
final class Pauses {

    private Pauses() {}

    static void of(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
