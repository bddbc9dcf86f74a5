package org.answerline.sandbox;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.FileWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** What one run of a server says, copied to a file and, where it concerns people, to them. */
final class ServerLog {

    private static final long LAST_WORDS_MILLIS = 5_000;

    private final File file;
    private final Consumer<String> people;
    private volatile boolean ready;
    private volatile String error;
    private volatile String warning;
    private volatile String last = "it said nothing";
    private boolean heard;
    private volatile Thread copier;

    ServerLog(File file, Consumer<String> people) {
        this.file = file;
        this.people = people;
    }

    /** Follows the process until it ends, in a thread of its own. */
    void follow(Process process) {
        var reader = new Thread(() -> copy(process), "server-log");
        reader.setDaemon(true);
        reader.start();
        copier = reader;
    }

    /** Returns when the last words of a process that has ended are copied. */
    void awaitLastWords() throws InterruptedException {
        copier.join(LAST_WORDS_MILLIS);
    }

    /** Whether the server has said that it has done all it was started for. */
    boolean saysReady() {
        return ready;
    }

    /** The first error, or else the last warning and the last words: why a start failed. */
    String reason() {
        if (error != null) {
            return error;
        }
        return warning == null ? last : warning + " … " + last;
    }

    private void copy(Process process) {
        try (var lines = process.inputReader(StandardCharsets.UTF_8);
                var copy = new PrintWriter(new BufferedWriter(new FileWriter(file, StandardCharsets.UTF_8, true)))) {
            for (var line = next(lines); line != null; line = next(lines)) {
                copy.println(line);
                copy.flush();
                hear(line);
            }
        } catch (IOException e) {
            people.accept("The server's log could not be written: " + e.getMessage());
        }
    }

    /** The next line, none when the process was killed in the middle of one. */
    private static String next(BufferedReader lines) {
        try {
            return lines.readLine();
        } catch (IOException e) {
            return null;
        }
    }

    private void hear(String line) {
        LogEntry.parse(line).ifPresent(this::begin);
        if (heard && !line.isBlank()) {
            people.accept(line);
        }
        if (!line.isBlank()) {
            last = line;
        }
    }

    private void begin(LogEntry entry) {
        heard = entry.concernsPeople();
        if (entry.isError() && error == null) {
            error = entry.text();
        }
        if (entry.isWarning()) {
            warning = entry.text();
        }
        if (entry.saysReady()) {
            ready = true;
        }
    }
}
