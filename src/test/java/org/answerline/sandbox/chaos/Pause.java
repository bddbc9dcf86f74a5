package org.answerline.sandbox.chaos;

import java.time.Duration;
import java.util.Random;

/** Waiting, for threads that stop when they are interrupted. */
final class Pause {

    private Pause() {}

    static void of(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException stop) {
            throw new Stopped();
        }
    }

    /** Anything from nothing to twice this. */
    static void about(Duration time, Random random) {
        of(Duration.ofMillis((long) (time.toMillis() * 2 * random.nextDouble())));
    }

    /** The run is over. */
    @SuppressWarnings("serial")
    static final class Stopped extends RuntimeException {}
}
