package org.answerline.site.live;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** How far a reader has come in what changed: a time, written as microseconds since 1970. */
record EventId(Instant time) {

    /** Looked back so far, because a change may be committed after a later one, and clocks of nodes differ. */
    static final Duration OVERLAP = Duration.ofSeconds(60);

    private static final long MICROS = 1_000_000;

    /** What a browser sends back; anything else is no position. */
    static Optional<EventId> read(String id) {
        if (id == null || !id.strip().matches("[0-9]{1,17}")) {
            return Optional.empty();
        }
        long micros = Long.parseLong(id.strip());
        return Optional.of(
                new EventId(Instant.ofEpochSecond(micros / MICROS).plus(micros % MICROS, ChronoUnit.MICROS)));
    }

    /** As an event's id. */
    String id() {
        return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, time));
    }

    /** From where on nothing can have been missed. */
    Instant safe() {
        return time.minus(OVERLAP);
    }
}
