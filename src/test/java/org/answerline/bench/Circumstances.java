package org.answerline.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Where and when something was measured. */
final class Circumstances {

    private final double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();

    /** For people, a line each; to be made before the measurement begins, because of the load average. */
    List<String> lines(BenchOptions options) {
        return List.of(
                LocalDate.now(ZoneOffset.UTC) + ", commit " + commit(),
                Runtime.getRuntime().availableProcessors() + " cores, load average " + Sample.number(load, 1)
                        + " before the start: what else the machine did is in every absolute figure",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + ", Java "
                        + System.getProperty("java.runtime.version"),
                "Payara Micro 6 with the Dockerfile's options for a container of " + options.memory()
                        + ", PostgreSQL 18 with fsync and synchronous_commit on",
                options.connections() + " connections, " + options.length().toSeconds() + " s a stretch, "
                        + options.rounds() + " rounds, " + options.people() + " people",
                (options.has("W9") ? options.growth() : options.stored())
                        + " messages stored before the first workload after W9, and for the plans");
    }

    private static String commit() {
        try {
            var process = new ProcessBuilder("git", "describe", "--always", "--dirty").start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException noGitHere) {
            return "unknown";
        }
    }
}
