package org.answerline.operations.doctor;

import java.time.Duration;
import java.time.Instant;

/** How far a clock that told its time is from ours, which was read before it was asked and when it had answered. */
final class ClockDifference {

    /** A machine that keeps its time is far below. */
    static final Duration BEARABLE = Duration.ofSeconds(30);

    /** A token of an OpenID provider may be off by as much and no more; links and waits are wrong by then, too. */
    static final Duration HARMFUL = Duration.ofSeconds(60);

    private ClockDifference() {}

    /** How far it lies outside the time between asking and reading; zero when inside. */
    static Duration of(Instant asked, Instant told, Instant read) {
        if (told.isBefore(asked)) {
            return Duration.between(told, asked);
        }
        return told.isAfter(read) ? Duration.between(read, told) : Duration.ZERO;
    }

    /** How bad that is. */
    static Severity severity(Duration difference) {
        if (difference.compareTo(HARMFUL) > 0) {
            return Severity.FAILED;
        }
        return difference.compareTo(BEARABLE) > 0 ? Severity.WARNING : Severity.OK;
    }
}
