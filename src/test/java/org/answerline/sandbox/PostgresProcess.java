package org.answerline.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** The main process of a PostgreSQL on one data folder, found by its own note there; it may outlive the JVM that started it. */
final class PostgresProcess {

    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final Path folder;

    PostgresProcess(Path folder) {
        this.folder = folder;
    }

    /**
     * Ends a server that outlived its JVM and clears its note, so that a new one can start.
     *
     * @throws IllegalStateException if the folder belongs to a JVM that lives
     */
    void endOrphan() {
        if (!Files.exists(note())) {
            return;
        }
        if (isLocked()) {
            throw new IllegalStateException("The database in " + folder + " is in use by another running copy");
        }
        end();
        try {
            // A number in a stale note may belong to a stranger by now, and PostgreSQL would refuse to start for fear
            // of it.
            Files.deleteIfExists(note());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills the server without a word (kill -9) and returns when its children are gone too. */
    void kill() {
        var process = process().orElseThrow(() -> new IllegalStateException("No database runs in " + folder));
        var children = process.children().toList();
        Processes.kill(process);
        // They notice by themselves; until then their shared memory would keep a new server from starting.
        Processes.awaitEnd(children);
    }

    /** Ends the server on this folder if there is one. */
    void end() {
        process().ifPresent(this::end);
    }

    private void end(ProcessHandle process) {
        var children = process.children().toList();
        Processes.end(process, FAREWELL);
        Processes.awaitEnd(children);
    }

    /** The number in the note, if it is alive and really a PostgreSQL on this folder. */
    private Optional<ProcessHandle> process() {
        return pid().flatMap(ProcessHandle::of).filter(this::isOurs);
    }

    private boolean isOurs(ProcessHandle process) {
        var info = process.info();
        var postgres = info.command().filter(c -> c.endsWith("postgres") || c.endsWith("postgres.exe"));
        var here = info.arguments().filter(a -> Arrays.asList(a).contains(folder.toString()));
        return postgres.isPresent() && here.isPresent();
    }

    /** The number in the note. */
    Optional<Long> pid() {
        try {
            return Files.readAllLines(note()).stream().findFirst().map(line -> Long.valueOf(line.strip()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Path note() {
        return folder.resolve("postmaster.pid");
    }

    private boolean isLocked() {
        var lock = folder.resolve("epg-lock");
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var taken = channel.tryLock()) {
            return taken == null;
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
