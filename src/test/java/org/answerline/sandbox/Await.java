package org.answerline.sandbox;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for a condition, and fails when it does not become true in time. */
public final class Await {

    /** Long enough for a timer, or a retry with its back-off, on a machine that is busy and several times slower than usual. */
    public static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration MOMENT = Duration.ofSeconds(2);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(50);

    private Await() {}

    /** Waits until the condition holds; the failure says what did not happen. */
    public static void until(String what, BooleanSupplier condition) {
        until(what, PATIENCE, condition);
    }

    /** Waits no longer than this, for what takes its time by design. */
    public static void until(String what, Duration patience, BooleanSupplier condition) {
        present(what, patience, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    /** Waits until there is a value, and returns it; the failure says what did not appear. */
    public static <T> T present(String what, Supplier<Optional<T>> wanted) {
        return present(what, PATIENCE, wanted);
    }

    /** The value if it appears within a moment. */
    static <T> Optional<T> soon(Supplier<Optional<T>> wanted) {
        return look(MOMENT, wanted);
    }

    private static <T> T present(String what, Duration patience, Supplier<Optional<T>> wanted) {
        return look(patience, wanted).orElseThrow(() -> new AssertionError("Not within " + patience + ": " + what));
    }

    private static <T> Optional<T> look(Duration patience, Supplier<Optional<T>> wanted) {
        long end = System.nanoTime() + patience.toNanos();
        Duration pause = SHORTEST_PAUSE;
        while (true) {
            Optional<T> found = wanted.get();
            if (found.isPresent() || System.nanoTime() > end) {
                return found;
            }
            pauseBetweenLooks(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private static void pauseBetweenLooks(Duration pause) {
        try {
            pass(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting", e);
        }
    }

    /**
     * Lets this time pass. Only for programs that last for a given time (benchmark, chaos run) and for simulated slow clients and
     * servers; a test waits for a condition instead.
     */
    public static void pass(Duration time) throws InterruptedException {
        if (time.compareTo(Duration.ofMillis(1)) < 0) {
            // Thread.sleep knows whole milliseconds only.
            LockSupport.parkNanos(time.toNanos());
        } else {
            Thread.sleep(time.toMillis());
        }
    }
}
