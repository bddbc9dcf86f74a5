package org.answerline.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What Linux counts for a process.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html">proc_pid_stat(5)</a>
 */
final class ProcessFigures {

    /** Clock ticks a second: fixed for programs on every common Linux. */
    private static final double TICKS = 100;

    /** Places behind the name in parentheses. */
    private static final int USER = 11;

    private static final int SYSTEM = 12;
    private static final int CHILDREN_USER = 13;
    private static final int CHILDREN_SYSTEM = 14;

    private ProcessFigures() {}

    /** CPU-seconds of one process so far. */
    static double cpu(long pid) {
        var fields = stat(pid);
        return (number(fields, USER) + number(fields, SYSTEM)) / TICKS;
    }

    /** CPU-seconds of a process and of all its children so far, those that ended included. */
    static double cpuWithChildren(long pid) {
        var fields = stat(pid);
        double own = number(fields, USER) + number(fields, SYSTEM);
        double ended = number(fields, CHILDREN_USER) + number(fields, CHILDREN_SYSTEM);
        double living = ProcessHandle.of(pid)
                .orElseThrow()
                .children()
                .mapToDouble(ProcessFigures::living)
                .sum();
        return (own + ended) / TICKS + living;
    }

    private static double living(ProcessHandle child) {
        try {
            return cpu(child.pid());
        } catch (UncheckedIOException endedMeanwhile) {
            return 0;
        }
    }

    /** Resident memory, in MB. */
    static double resident(long pid) {
        return status(pid, "VmRSS:") / 1024.0;
    }

    /** Threads that live now. */
    static long threads(long pid) {
        return status(pid, "Threads:");
    }

    private static long number(List<String> fields, int place) {
        return Long.parseLong(fields.get(place));
    }

    private static List<String> stat(long pid) {
        var line = read(Path.of("/proc", Long.toString(pid), "stat")).get(0);
        return List.of(line.substring(line.lastIndexOf(')') + 2).split(" "));
    }

    private static long status(long pid, String name) {
        return read(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
