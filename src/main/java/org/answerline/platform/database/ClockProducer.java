package org.answerline.platform.database;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The one source of the time, so that a test can own it: the database's, which all nodes share. */
@Dependent
class ClockProducer {

    /** Ticks in microseconds, because PostgreSQL keeps no more and a stored time must equal the one in memory. */
    @Produces
    Clock clock(DatabaseClock shared) {
        return Clock.tick(new Shared(shared), Duration.ofNanos(1_000));
    }

    private static final class Shared extends Clock {

        private final DatabaseClock time;

        Shared(DatabaseClock time) {
            this.time = time;
        }

        // Only instants are asked of it, and those have no zone.
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return time.instant();
        }
    }
}
