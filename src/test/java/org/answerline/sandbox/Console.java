package org.answerline.sandbox;

import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Output to the terminal: whole lines, and dots that show progress. */
final class Console {

    private boolean amongDots;

    /** Prints a line. */
    synchronized void say(String line) {
        if (amongDots) {
            System.out.println();
            amongDots = false;
        }
        System.out.println(line);
    }

    /** Prints what is being done, and a dot each second until it is done or fails. */
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
