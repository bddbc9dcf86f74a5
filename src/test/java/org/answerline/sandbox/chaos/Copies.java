package org.answerline.sandbox.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.answerline.sandbox.telegram.BotRequest;

/** Why a message was sent again although an attempt had been carried out: what nobody can avoid, or nothing. */
final class Copies {

    /** What makes a copy unavoidable. */
    enum Cause {
        /** The sandbox itself spoilt or withheld the answer. */
        ANSWER_SPOILT("answer spoilt"),
        /** The node that sent it was killed before it can have written down the answer. */
        SENDER_KILLED("sender killed"),
        /** The database was killed or away before the answer can have been written down. */
        DATABASE_AWAY("database away");

        final String words;

        Cause(String words) {
            this.words = words;
        }
    }

    /**
     * How long after its answer an attempt is written down at the latest, unless something breaks: the lease of a queue. A node that lives
     * writes it down in milliseconds, but one that has just started on a busy machine was seen to need more than 2 s.
     */
    private static final Duration WRITTEN = Duration.ofSeconds(10);

    /** How long after the database is back; a node tries once a second. */
    private static final Duration CAUGHT_UP = Duration.ofSeconds(3);

    /** How long a dead node's request may lie in the machine before it is read; a node needs longer than that to start. */
    private static final Duration READ = Duration.ofSeconds(1);

    private final List<Journal.Mishap> mishaps;

    Copies(List<Journal.Mishap> mishaps) {
        this.mishaps = mishaps;
    }

    /** The reason for sending again after this attempt, if there was a good one. */
    Optional<Cause> cause(BotRequest attempt) {
        if (attempt.outcome().startsWith("fault")) {
            return Optional.of(Cause.ANSWER_SPOILT);
        }
        var written = attempt.answered().plus(WRITTEN);
        var databaseBack = databaseBack(attempt.at(), written);
        if (isKilled(attempt.sender(), attempt.at().minus(READ), databaseBack.orElse(written))) {
            return Optional.of(Cause.SENDER_KILLED);
        }
        return databaseBack.map(back -> Cause.DATABASE_AWAY);
    }

    /** When all is written down again that could not be because of the database, if there is any such thing. */
    private Optional<Instant> databaseBack(Instant from, Instant to) {
        return mishaps.stream()
                .filter(mishap -> mishap.kind() == Journal.Kind.DATABASE_KILLED && mishap.meets(from, to))
                .map(mishap -> mishap.to().plus(CAUGHT_UP))
                .max(Instant::compareTo);
    }

    private boolean isKilled(String node, Instant from, Instant to) {
        return mishaps.stream()
                .anyMatch(mishap -> mishap.kind() == Journal.Kind.SERVER_KILLED
                        && mishap.who().equals(node)
                        && mishap.meets(from, to));
    }
}
