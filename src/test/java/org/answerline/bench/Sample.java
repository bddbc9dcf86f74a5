package org.answerline.bench;

import java.util.List;
import java.util.Locale;

/**
 * What one stretch of load came to, and what it cost.
 *
 * @param workload W1 to W10, with a variant
 * @param side "desk" or "floor"
 * @param serverCpu CPU-seconds of the server's JVM while it lasted
 * @param compilerCpu how much of that the JVM spent on compiling, which ends some time after a start
 * @param databaseCpu CPU-seconds of PostgreSQL while it lasted
 * @param allocated bytes that the server's threads allocated
 */
record Sample(
        String workload,
        String side,
        LoadResult load,
        double serverCpu,
        double compilerCpu,
        double databaseCpu,
        double allocated) {

    static final List<String> COLUMNS = List.of(
            "workload",
            "side",
            "per second",
            "p50 ms",
            "p95 ms",
            "p99 ms",
            "server CPU s/10,000",
            "database CPU s/10,000",
            "CPU s/10,000",
            "compiling %",
            "allocated KB",
            "answered",
            "failed");

    double perSecond() {
        return load.perSecond();
    }

    /** CPU-seconds of server and database for 10,000 requests, without compiling. */
    double cpu() {
        return per10k(steadyCpu() + databaseCpu);
    }

    /** Which part of the CPU went into compiling. */
    double compiling() {
        return compilerCpu / (serverCpu + databaseCpu);
    }

    private double steadyCpu() {
        return serverCpu - compilerCpu;
    }

    List<String> cells() {
        return List.of(
                workload,
                side,
                number(perSecond(), 0),
                number(load.p50(), 1),
                number(load.p95(), 1),
                number(load.p99(), 1),
                number(per10k(steadyCpu()), 2),
                number(per10k(databaseCpu), 2),
                number(cpu(), 2),
                number(compiling() * 100, 0),
                number(allocated / load.answered() / 1024, 1),
                Long.toString(load.answered()),
                Long.toString(load.failed()));
    }

    private double per10k(double seconds) {
        return seconds / load.answered() * 10_000;
    }

    static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
