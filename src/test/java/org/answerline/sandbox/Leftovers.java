package org.answerline.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What still runs when this JVM ends, closed then, the youngest first: a server before the database it works on. */
final class Leftovers {

    private static final Deque<AutoCloseable> RUNNING = new ArrayDeque<>();
    private static boolean closing;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Leftovers::closeAll, "leftovers"));
    }

    private Leftovers() {}

    /**
     * Promises to close this at the end of the JVM unless it is removed before.
     *
     * @throws IllegalStateException if the JVM ends already: nothing may be started any more
     */
    static void add(AutoCloseable running) {
        synchronized (RUNNING) {
            if (closing) {
                throw new IllegalStateException("Too late to start " + running + ": everything is being stopped");
            }
            RUNNING.push(running);
        }
    }

    /** Forgets what was closed by its owner. */
    static void remove(AutoCloseable closed) {
        synchronized (RUNNING) {
            RUNNING.remove(closed);
        }
    }

    /** Whether the JVM ends and everything is being closed. */
    static boolean areClosing() {
        synchronized (RUNNING) {
            return closing;
        }
    }

    private static void closeAll() {
        for (var next = youngest(); next.isPresent(); next = youngest()) {
            try {
                next.get().close();
            } catch (Exception e) {
                // The JVM ends: the others still have to be closed, and nobody is left to handle this.
                System.err.println("Could not stop " + next.get() + ": " + e.getMessage());
            }
        }
    }

    private static Optional<AutoCloseable> youngest() {
        synchronized (RUNNING) {
            closing = true;
            return Optional.ofNullable(RUNNING.poll());
        }
    }
}
