package org.answerline.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What still runs when this JVM ends, closed then, the youngest first: a server before the database it works on. */
final class Leftovers {

    private static final Deque<AutoCloseable> RUNNING = new ArrayDeque<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Leftovers::closeAll, "leftovers"));
    }

    private Leftovers() {}

    /** Promises to close this at the end of the JVM unless it is removed before. */
    static void add(AutoCloseable running) {
        synchronized (RUNNING) {
            RUNNING.push(running);
        }
    }

    /** Forgets what was closed by its owner. */
    static void remove(AutoCloseable closed) {
        synchronized (RUNNING) {
            RUNNING.remove(closed);
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
            return Optional.ofNullable(RUNNING.poll());
        }
    }
}
