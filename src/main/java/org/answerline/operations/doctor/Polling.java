package org.answerline.operations.doctor;

import java.time.Duration;
import java.util.Optional;

/** Asks again and again until there is an answer; for a command, whose only thread has nothing else to do in between. */
public final class Polling {
    private Polling() {}

    /** Whether and how it went; empty while it is too early to say. */
    @FunctionalInterface
    public interface Question<T, E extends Exception> {
        Optional<T> ask() throws E;
    }

    /**
     * Asks at once, and then after each pause until the time is up.
     *
     * @return the first answer; empty if there was none in time
     */
    public static <T, E extends Exception> Optional<T> until(Duration timeout, Duration pause, Question<T, E> question)
            throws E, InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        Optional<T> answer = question.ask();
        while (answer.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(pause.toMillis());
            answer = question.ask();
        }
        return answer;
    }
}
