package org.answerline.sandbox.chaos;

import java.time.Duration;
import java.util.Random;
import org.answerline.sandbox.Await;

/** Waiting, for threads that stop when they are interrupted. */
final class Pause {

    private Pause() {}

    static void of(Duration time) {
        try {
            Await.pass(time);
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
