package org.answerline.platform.observability;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Shows whether the threads that work in the background still do.
 *
 * <p>Each thread reports every round of its loop, also while the database or Telegram is unavailable.
 */
@ApplicationScoped
public class Heartbeats {

    /** Longer than any round can take, which is a download of the largest file at the slowest accepted rate. */
    private static final Duration SILENCE = Duration.ofMinutes(10);

    private record Beat(Thread worker, long at, boolean waitsOutside) {}

    private final Map<String, Beat> beats = new ConcurrentHashMap<>();
    private final LongSupplier nanos;

    /** With the machine's own clock, which no change of the time of day moves. */
    public Heartbeats() {
        this(System::nanoTime);
    }

    Heartbeats(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** The thread that calls goes round as this worker, and wants to be missed when it does so no more. */
    public void beat(String worker) {
        beats.put(worker, new Beat(Thread.currentThread(), nanos.getAsLong(), false));
    }

    /** The calling thread waits for another system, such as Telegram; how long that takes says nothing about this process. */
    public void waitOutside(String worker) {
        beats.put(worker, new Beat(Thread.currentThread(), nanos.getAsLong(), true));
    }

    /** This worker ends as it should. */
    public void end(String worker) {
        beats.remove(worker);
    }

    /** The state of each worker: running, stalled or stopped; and deadlock, where threads wait for each other for ever. */
    public SortedMap<String, String> states() {
        SortedMap<String, String> states = new TreeMap<>();
        beats.forEach((worker, beat) -> states.put(worker, state(beat)));
        if (ManagementFactory.getThreadMXBean().findDeadlockedThreads() != null) {
            states.put("threads", "deadlock");
        }
        return states;
    }

    /** Whether every worker runs, so that a restart would fix nothing. */
    public static boolean isWell(Map<String, String> states) {
        return states.values().stream().allMatch("running"::equals);
    }

    private String state(Beat beat) {
        if (!beat.worker().isAlive()) {
            return "stopped";
        }
        boolean isLate = !beat.waitsOutside() && nanos.getAsLong() - beat.at() > SILENCE.toNanos();
        return isLate ? "stalled" : "running";
    }
}
