package org.answerline.sandbox.chaos;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How a chaos run is meant to be.
 *
 * @param seed decides everything that is decided at random
 * @param length how long people talk and things break; starting, draining and the audit come on top
 * @param people how many users write
 * @param pause how long a user rests between two messages, on average
 * @param trouble how long after one mishap the next comes, on average
 * @param folder where the database, the logs and the report go
 */
public record ChaosPlan(long seed, Duration length, int people, Duration pause, Duration trouble, Path folder) {

    /** The usual run of so many minutes. */
    public static ChaosPlan ofMinutes(long seed, double minutes, Path folder) {
        return new ChaosPlan(
                seed,
                Duration.ofSeconds(Math.round(minutes * 60)),
                40,
                Duration.ofMillis(2000),
                Duration.ofSeconds(9),
                folder);
    }
}
