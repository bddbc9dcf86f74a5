package org.answerline.delivery.send;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import org.answerline.sandbox.Beans;
import org.answerline.sandbox.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TelegramCircuitBreakerTest {

    /** Longer than any wait after failures. */
    private static final Duration LONG = Duration.ofSeconds(31);

    private final MovableClock clock = new MovableClock();
    private final Beans beans = new Beans().with(Clock.class, clock);
    private final TelegramCircuitBreaker breaker = beans.get(TelegramCircuitBreaker.class);

    @AfterEach
    void close() {
        beans.close();
    }

    @Test
    void isClosedAtFirst() {
        assertEquals(32, breaker.allowance(32));
        assertEquals(0, breaker.allowance(0));
    }

    @Test
    void opensWhenTelegramIsNotReachedAndTriesWithOneMessage() {
        breaker.notReached();
        assertEquals(0, breaker.allowance(32));
        clock.pass(LONG);
        assertEquals(1, breaker.allowance(32));
        breaker.cleared();
        assertEquals(32, breaker.allowance(32));
    }

    @Test
    void opensWhenTheTokenIsRefused() {
        breaker.tokenRefused("Unauthorized");
        assertEquals(0, breaker.allowance(32));
        clock.pass(LONG);
        assertEquals(1, breaker.allowance(32));
    }

    @Test
    void opensWhenThreeChatsAreAskedToWaitWithNothingSentBetween() {
        breaker.flood(1, Duration.ofSeconds(5));
        breaker.flood(1, Duration.ofSeconds(5));
        breaker.flood(2, Duration.ofSeconds(5));
        assertEquals(32, breaker.allowance(32));
        breaker.flood(3, Duration.ofSeconds(5));
        assertEquals(0, breaker.allowance(32));
        clock.pass(Duration.ofSeconds(5));
        assertEquals(32, breaker.allowance(32));
    }

    @Test
    void aMessageThatArrivesMeansThatTheChatsWaitAlone() {
        breaker.flood(1, Duration.ofSeconds(5));
        breaker.flood(2, Duration.ofSeconds(5));
        breaker.cleared();
        breaker.flood(3, Duration.ofSeconds(5));
        assertEquals(32, breaker.allowance(32));
    }

    @Test
    void aShorterWaitDoesNotEndALongerOne() {
        breaker.flood(1, Duration.ofMinutes(1));
        breaker.flood(2, Duration.ofMinutes(1));
        breaker.flood(3, Duration.ofMinutes(1));
        breaker.flood(4, Duration.ofSeconds(1));
        clock.pass(Duration.ofSeconds(59));
        assertEquals(0, breaker.allowance(32));
    }
}
