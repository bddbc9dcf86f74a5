package org.answerline.platform.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DatabaseClockTest {

    private static final Instant THERE = Instant.parse("2031-01-01T00:00:00Z");

    private final AtomicLong nanos = new AtomicLong(7);
    private final DatabaseClock clock = new DatabaseClock(nanos::get);

    @Test
    void isThisMachinesUntilTheDatabaseWasAsked() {
        assertTrue(Duration.between(Instant.now(), clock.instant()).abs().toSeconds() < 60);
    }

    @Test
    void goesOnFromWhatTheDatabaseTold() {
        clock.told(THERE, nanos.get());
        pass(Duration.ofMinutes(3));
        assertEquals(THERE.plusSeconds(180), clock.instant());
    }

    @Test
    void countsHalfOfTheWay() {
        long asked = nanos.get();
        pass(Duration.ofMillis(100));
        clock.told(THERE, asked);
        assertEquals(THERE.plusMillis(50), clock.instant());
    }

    @Test
    void doesNotTremble() {
        clock.told(THERE, nanos.get());
        pass(Duration.ofSeconds(1));
        clock.told(THERE.plusMillis(1_010), nanos.get());
        assertEquals(THERE.plusSeconds(1), clock.instant());
        clock.told(THERE.plusMillis(1_500), nanos.get());
        assertEquals(THERE.plusMillis(1_500), clock.instant());
    }

    @Test
    void aLookThatTookTooLongSaysNothing() {
        clock.told(THERE, nanos.get());
        long asked = nanos.get();
        pass(Duration.ofSeconds(5));
        clock.told(THERE, asked);
        assertEquals(THERE.plusSeconds(5), clock.instant());
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
