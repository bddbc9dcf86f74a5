package org.answerline.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** What a running JVM tells about itself through jcmd. */
final class Machine {

    private static final Pattern ALLOCATED = Pattern.compile("allocated=([0-9.]+)([BKMGT])");
    private static final Pattern COMPILER = Pattern.compile("CompilerThread.* cpu=([0-9.]+)ms");

    /** One line with G1, one for each generation with the serial collector. */
    private static final Pattern USED =
            Pattern.compile("(?:garbage-first heap|new generation|tenured generation) +total \\d+K, used (\\d+)K");

    private static final String UNITS = "BKMGT";

    private Machine() {}

    /**
     * What its living threads have done so far; a pool's threads live on.
     *
     * @param allocated bytes
     * @param compilerCpu CPU-seconds of those that compile
     */
    record Threads(double allocated, double compilerCpu) {}

    static Threads threads(long pid) {
        double allocated = 0;
        double compiling = 0;
        for (var line : ask(pid, "Thread.print", "-e").lines().toList()) {
            var bytes = ALLOCATED.matcher(line);
            if (bytes.find()) {
                allocated += Double.parseDouble(bytes.group(1)) * Math.pow(1024, UNITS.indexOf(bytes.group(2)));
            }
            var cpu = COMPILER.matcher(line);
            compiling += cpu.find() ? Double.parseDouble(cpu.group(1)) / 1_000 : 0;
        }
        return new Threads(allocated, compiling);
    }

    /** Kilobytes of the heap in use after a full collection. */
    static long liveHeap(long pid) {
        ask(pid, "GC.run");
        var parts = USED.matcher(ask(pid, "GC.heap_info"))
                .results()
                .mapToLong(part -> Long.parseLong(part.group(1)))
                .toArray();
        if (parts.length == 0) {
            throw new IllegalStateException("No heap is told of");
        }
        return LongStream.of(parts).sum();
    }

    private static String ask(long pid, String... question) {
        var command = new String[question.length + 2];
        command[0] = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        command[1] = Long.toString(pid);
        System.arraycopy(question, 0, command, 2, question.length);
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
