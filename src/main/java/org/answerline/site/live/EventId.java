package org.answerline.site.live;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The position of a client in the stream of changes: a time, written as microseconds since 1970-01-01T00:00Z. */
record EventId(Instant time) {

    /** Reading starts this long before the position: a change may be committed after a later one, and clocks of nodes differ. */
    static final Duration OVERLAP = Duration.ofSeconds(60);

    private static final long MICROS = 1_000_000;

    /** Parses the id that a browser sends back; empty if it is not valid. */
    static Optional<EventId> read(String id) {
        if (id == null || !id.strip().matches("[0-9]{1,17}")) {
            return Optional.empty();
        }
        long micros = Long.parseLong(id.strip());
        return Optional.of(
                new EventId(Instant.ofEpochSecond(micros / MICROS).plus(micros % MICROS, ChronoUnit.MICROS)));
    }

    /** The id of an event. */
    String id() {
        return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, time));
    }

    /** The time from which reading cannot miss a change. */
    Instant safe() {
        return time.minus(OVERLAP);
    }
}
