package org.answerline.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * The number of a process we started, written down so that a later run can end it if we were killed before we could.
 *
 * @param file where it is written
 * @param mark an argument no other process has, because the number may belong to a stranger by then
 */
record ProcessNote(Path file, String mark) {

    /** Writes the process down. */
    void write(ProcessHandle process) {
        try {
            Files.writeString(file, process.pid() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the process of an earlier run if it still lives. */
    void endOrphan() {
        pid().flatMap(ProcessHandle::of).filter(this::isOurs).ifPresent(p -> Processes.end(p, Duration.ofSeconds(5)));
    }

    private boolean isOurs(ProcessHandle process) {
        return process.info()
                .arguments()
                .filter(a -> Arrays.asList(a).contains(mark))
                .isPresent();
    }

    private Optional<Long> pid() {
        try {
            return Optional.of(Long.valueOf(Files.readString(file).strip()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
