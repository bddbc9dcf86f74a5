package org.answerline.platform.database;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Produces the application's clock: the database's time, which all nodes share. Tests inject their own. */
@Dependent
class ClockProducer {

    /** Has a resolution of microseconds, like PostgreSQL, so that a stored time equals the one in memory. */
    @Produces
    Clock clock(DatabaseClock shared) {
        return Clock.tick(new Shared(shared), Duration.ofNanos(1_000));
    }

    private static final class Shared extends Clock {

        private final DatabaseClock time;

        Shared(DatabaseClock time) {
            this.time = time;
        }

        // only instants are used, and those have no zone
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
