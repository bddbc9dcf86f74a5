package org.answerline.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TelegramMessageLimitTest {

    private final HandSetClock clock = new HandSetClock();
    private Duration wait = Duration.ZERO;

    private final TelegramMessageLimit limit =
            new TelegramMessageLimit((rate, who) -> who.equals("7") ? wait : Duration.ZERO, clock);

    @Test
    void aPauseIsReportedOnceAndNothingIsAcceptedUntilItEnds() {
        assertEquals(Optional.empty(), limit.count(7, 1));
        wait = Duration.ofSeconds(3);
        assertEquals(Optional.of(new TelegramMessageLimit.Pause(1, true)), limit.count(7, 2));
        wait = Duration.ZERO;
        assertEquals(Optional.of(new TelegramMessageLimit.Pause(1, false)), limit.count(7, 3));
        assertEquals(Optional.empty(), limit.count(8, 1), "others notice nothing");
        assertEquals(Optional.of(new TelegramMessageLimit.Pause(1, true)), limit.count(7, 2), "the update came again");
        clock.now = clock.now.plusSeconds(60);
        assertEquals(Optional.empty(), limit.count(7, 4));
        wait = Duration.ofSeconds(150);
        assertEquals(Optional.of(new TelegramMessageLimit.Pause(3, true)), limit.count(7, 5));
    }

    private static final class HandSetClock extends Clock {

        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
