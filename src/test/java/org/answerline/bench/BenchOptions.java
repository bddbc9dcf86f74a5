package org.answerline.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * What is measured and how long, as the system properties {@code bench.…} say.
 *
 * @param workloads which of W1 to W10
 * @param length of one stretch of load
 * @param warmUp of each side before the first stretch
 * @param rounds how often desk and floor take turns
 * @param connections of the load generator
 * @param people linked users who write
 * @param stored messages in the database before the first request
 * @param growth how many stored messages W9 goes up to
 * @param streams how many event streams W7 opens
 * @param memory what the server's JVM takes for the machine's memory, as a container's limit would be
 * @param paced whether what is accepted is measured with Telegram's limits kept, as in production
 * @param write whether docs/performance.md is written again
 * @param folder where everything is kept while it runs, and the figures afterwards
 */
record BenchOptions(
        List<String> workloads,
        Duration length,
        Duration warmUp,
        int rounds,
        int connections,
        int people,
        long stored,
        long growth,
        int streams,
        String memory,
        boolean paced,
        boolean write,
        Path folder) {

    private static final String ALL = "W1,W2,W3,W4,W5,W6,W7,W8,W9,W10";

    static BenchOptions ofSystemProperties() {
        return new BenchOptions(
                Arrays.asList(System.getProperty("bench.workloads", ALL).split(",")),
                Duration.ofSeconds(Long.getLong("bench.seconds", 6)),
                Duration.ofSeconds(Long.getLong("bench.warmup", 15)),
                Integer.getInteger("bench.rounds", 3),
                Integer.getInteger("bench.connections", 24),
                Integer.getInteger("bench.people", 1_000),
                Long.getLong("bench.stored", 100_000),
                Long.getLong("bench.growth", 100_000),
                Integer.getInteger("bench.streams", 5_000),
                System.getProperty("bench.memory", "2g"),
                !System.getProperty("bench.pace", "production").equals("off"),
                Boolean.getBoolean("bench.write"),
                Path.of(System.getProperty("bench.folder", "target/bench")).toAbsolutePath());
    }

    boolean has(String workload) {
        return workloads.contains(workload);
    }
}
