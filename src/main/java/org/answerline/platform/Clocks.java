package org.answerline.platform;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;

/** The one source of the time, so that a test can own it. */
@Dependent
class Clocks {

    /** Ticks in microseconds, because PostgreSQL keeps no more and a stored time must equal the one in memory. */
    @Produces
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }
}
