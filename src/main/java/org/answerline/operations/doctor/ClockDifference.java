package org.answerline.operations.doctor;

import java.time.Duration;
import java.time.Instant;

/** How far another clock is from ours, which is read before the other one is asked and again after its answer. */
final class ClockDifference {

    /** A machine with a synchronised clock is far below this. */
    static final Duration WARNING_FROM = Duration.ofSeconds(30);

    /** The largest difference that the tokens of an OpenID provider may have; the validity of links and the waits are wrong by then, too. */
    static final Duration FAILED_FROM = Duration.ofSeconds(60);

    private ClockDifference() {}

    /** How far {@code told} is outside the time between the two readings; zero if it is inside. */
    static Duration of(Instant asked, Instant told, Instant read) {
        if (told.isBefore(asked)) {
            return Duration.between(told, asked);
        }
        return told.isAfter(read) ? Duration.between(read, told) : Duration.ZERO;
    }

    /** What such a difference means. */
    static Severity severity(Duration difference) {
        if (difference.compareTo(FAILED_FROM) > 0) {
            return Severity.FAILED;
        }
        return difference.compareTo(WARNING_FROM) > 0 ? Severity.WARNING : Severity.OK;
    }
}
