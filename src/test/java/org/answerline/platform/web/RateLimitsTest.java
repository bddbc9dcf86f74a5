package org.answerline.platform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.answerline.platform.observability.Metrics;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    private long nanos;

    private final TimeMeter time = new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    };

    @Test
    void aCallerWaitsUntilTheNextOneFits() {
        var limits = new RateLimits(allowance -> 2, time, new Metrics());
        assertEquals(Duration.ZERO, limits.count(RateLimit.WEBHOOK, "ann"));
        assertEquals(Duration.ZERO, limits.count(RateLimit.WEBHOOK, "ann"));
        assertEquals(Duration.ofSeconds(30), limits.count(RateLimit.WEBHOOK, "ann"));
        assertEquals(Duration.ZERO, limits.count(RateLimit.WEBHOOK, "bob"));
        nanos += Duration.ofSeconds(30).toNanos();
        assertEquals(Duration.ZERO, limits.count(RateLimit.WEBHOOK, "ann"));
    }

    @Test
    void theTighterOfTwoAllowancesHolds() {
        var limits =
                new RateLimits(allowance -> allowance.setting().name().endsWith("HOUR") ? 1 : 20, time, new Metrics());
        limits.count(RateLimit.SUBMIT, "ann");
        assertEquals(Duration.ofHours(1), limits.count(RateLimit.SUBMIT, "ann"));
    }

    @Test
    void zeroIsOff() {
        var limits = new RateLimits(allowance -> 0, time, new Metrics());
        for (int i = 0; i < 1_000; i++) {
            assertEquals(Duration.ZERO, limits.count(RateLimit.SIGN_UP, "ann"));
        }
    }

    @Test
    void retryAfterIsRoundedUp() {
        assertEquals(1, RateLimits.retryAfter(Duration.ofMillis(1)));
        assertEquals(30, RateLimits.retryAfter(Duration.ofSeconds(30)));
    }
}
