package org.answerline.platform.hours;

import java.time.Duration;
import java.time.Instant;

/** A stretch of time, from a moment (included) until another one (not included). */
public record TimeSpan(Instant from, Instant until) {

    /** Whether this moment is in it. */
    public boolean contains(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(until);
    }

    Duration length() {
        return Duration.between(from, until);
    }
}
