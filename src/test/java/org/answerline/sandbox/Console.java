package org.answerline.sandbox;

import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Speaks to the person at the terminal: whole lines, and dots that show that something still goes on. */
final class Console {

    private boolean amongDots;

    /** Says a line. */
    synchronized void say(String line) {
        if (amongDots) {
            System.out.println();
            amongDots = false;
        }
        System.out.println(line);
    }

    /** Says what is being done, with a dot a second, until it is done or fails. */
    void during(String what, Runnable work) {
        say(what);
        var clock = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "dots");
            thread.setDaemon(true);
            return thread;
        });
        clock.scheduleAtFixedRate(this::dot, 1, 1, TimeUnit.SECONDS);
        try {
            work.run();
        } finally {
            clock.shutdownNow();
        }
    }

    private synchronized void dot() {
        System.out.print(amongDots ? "." : "  .");
        System.out.flush();
        amongDots = true;
    }
}
