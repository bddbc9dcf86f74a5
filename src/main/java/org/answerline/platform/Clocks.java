package org.answerline.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** Hands out the one clock everybody asks, so that a test can own the time. */
@ApplicationScoped
public class Clocks {

    /** The system's clock in UTC. */
    @Produces
    Clock clock() {
        return Clock.systemUTC();
    }
}
