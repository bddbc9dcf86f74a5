package org.answerline.promises;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for something to become true, and for no longer than that. */
final class Await {

    /** Long enough for a retry with its back-off on a busy machine. */
    static final Duration PATIENCE = Duration.ofSeconds(40);

    private static final Duration LOOK = Duration.ofMillis(50);

    private Await() {}

    /** Waits until the condition holds; fails with these words. */
    static void until(String what, BooleanSupplier condition) {
        until(what, PATIENCE, condition);
    }

    /** Waits so long for what takes its time by design. */
    static void until(String what, Duration patience, BooleanSupplier condition) {
        present(what, patience, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    /** Waits until there is something, and returns it; fails with these words. */
    static <T> T present(String what, Supplier<Optional<T>> wanted) {
        return present(what, PATIENCE, wanted);
    }

    private static <T> T present(String what, Duration patience, Supplier<Optional<T>> wanted) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            Optional<T> found = wanted.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("Not within " + patience + ": " + what);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting", e);
        }
    }
}
