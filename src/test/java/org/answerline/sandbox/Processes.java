package org.answerline.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Processes of the operating system that have to end. */
final class Processes {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Processes() {}

    /** Asks the process to end, kills it if it does not within the time, and returns when it is gone. */
    static void end(ProcessHandle process, Duration patience) {
        process.destroy();
        if (!isGone(process, patience)) {
            kill(process);
        }
    }

    /** Kills the process without a word (kill -9) and returns when it is gone. */
    static void kill(ProcessHandle process) {
        process.destroyForcibly();
        if (!isGone(process, PATIENCE)) {
            throw new IllegalStateException("Process " + process.pid() + " cannot be ended");
        }
    }

    /** Returns when all of these are gone, killing those that take too long. */
    static void awaitEnd(List<ProcessHandle> processes) {
        for (var process : processes) {
            if (!isGone(process, PATIENCE)) {
                kill(process);
            }
        }
    }

    private static boolean isGone(ProcessHandle process, Duration patience) {
        var end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            if (hasExited(process) || isZombie(process)) {
                return true;
            }
        }
        return false;
    }

    /** Waits a moment for it. */
    private static boolean hasExited(ProcessHandle process) {
        try {
            process.onExit().get(50, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while process " + process.pid() + " ends", e);
        }
    }

    /** Dead but not yet forgotten: in a container often nobody collects orphans, and the JDK takes them for alive. */
    private static boolean isZombie(ProcessHandle process) {
        return process.info().command().isEmpty();
    }
}
