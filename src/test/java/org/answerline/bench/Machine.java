package org.answerline.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What a running JVM tells about itself through jcmd. */
final class Machine {

    private static final Pattern ALLOCATED = Pattern.compile("allocated=([0-9.]+)([BKMGT])");
    private static final Pattern USED = Pattern.compile("(?:garbage-first heap|total)\\s.*?used (\\d+)K");
    private static final String UNITS = "BKMGT";

    private Machine() {}

    /** Bytes that its living threads have allocated so far; a pool's threads live on. */
    static double allocated(long pid) {
        var matcher = ALLOCATED.matcher(ask(pid, "Thread.print", "-e"));
        double sum = 0;
        while (matcher.find()) {
            sum += Double.parseDouble(matcher.group(1)) * Math.pow(1024, UNITS.indexOf(matcher.group(2)));
        }
        return sum;
    }

    /** Kilobytes of the heap in use after a full collection. */
    static long liveHeap(long pid) {
        ask(pid, "GC.run");
        var matcher = USED.matcher(ask(pid, "GC.heap_info"));
        if (!matcher.find()) {
            throw new IllegalStateException("No heap is told of");
        }
        return Long.parseLong(matcher.group(1));
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
            throw new java.io.UncheckedIOException(e);
        }
    }
}
