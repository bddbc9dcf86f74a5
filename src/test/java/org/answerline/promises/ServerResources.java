package org.answerline.promises;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a desk's server takes at one time.
 *
 * @param threads without those that serve requests: their number follows from how many requests come at once, and how busy the machine is
 * @param heap bytes of all living objects, after a full collection
 * @param resident kilobytes of the whole process
 */
record ServerResources(long threads, long connections, long heap, long resident) {

    /** How the threads that serve requests are called on Payara, WildFly and Open Liberty. */
    private static final List<String> REQUEST_THREADS = List.of("http-thread-poo", "default task-", "Default Executo");

    static ServerResources of(Desk desk) {
        long pid = desk.server().pid();
        long connections = desk.database()
                .sql("select 1 from pg_stat_activity where backend_type = 'client backend'")
                .size();
        return new ServerResources(threads(pid), connections, heap(pid), status(pid, "VmRSS:"));
    }

    private static long threads(long pid) {
        try (var tasks = Files.list(Path.of("/proc/" + pid + "/task"))) {
            return tasks.map(ServerResources::name)
                    .filter(name -> !name.isEmpty() && REQUEST_THREADS.stream().noneMatch(name::startsWith))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of a thread as the kernel keeps it, its first 15 characters; empty if it has ended meanwhile. */
    private static String name(Path task) {
        try {
            return Files.readString(task.resolve("comm")).strip();
        } catch (IOException ended) {
            return "";
        }
    }

    private static long status(long pid, String field) {
        try {
            return number(Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith(field))
                    .findFirst()
                    .orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long heap(long pid) {
        try {
            var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
            var asked = new ProcessBuilder(jcmd, Long.toString(pid), "GC.class_histogram").start();
            List<String> lines =
                    new String(asked.getInputStream().readAllBytes()).lines().toList();
            String total = lines.get(lines.size() - 1);
            return Long.parseLong(total.strip().split("\\s+")[2]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long number(String line) {
        return Long.parseLong(line.replaceAll("\\D", ""));
    }
}
