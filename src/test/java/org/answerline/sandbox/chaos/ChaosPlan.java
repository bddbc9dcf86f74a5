package org.answerline.sandbox.chaos;

import java.nio.file.Path;
import java.time.Duration;

/**
 * The parameters of a chaos run.
 *
 * @param seed decides everything that is decided at random
 * @param isForum whether the operators' chat is a forum with a topic for each user; otherwise it is a private chat
 * @param length how long people talk and things break; starting, draining and the audit come on top
 * @param people how many users write
 * @param pause how long a user rests between two messages, on average
 * @param trouble how long after one mishap the next comes, on average
 * @param folder where the database, the logs and the report go
 */
public record ChaosPlan(
        long seed, boolean isForum, Duration length, int people, Duration pause, Duration trouble, Path folder) {

    private static final long FORUM = -1_000_000_000_500L;
    private static final long PRIVATE_CHAT = 500;

    /** The usual run of so many minutes. */
    public static ChaosPlan ofMinutes(long seed, boolean isForum, double minutes, Path folder) {
        return new ChaosPlan(
                seed,
                isForum,
                Duration.ofSeconds(Math.round(minutes * 60)),
                40,
                Duration.ofMillis(2000),
                Duration.ofSeconds(9),
                folder);
    }

    /** The id of the operators' chat. */
    long operatorsChat() {
        return isForum ? FORUM : PRIVATE_CHAT;
    }
}
