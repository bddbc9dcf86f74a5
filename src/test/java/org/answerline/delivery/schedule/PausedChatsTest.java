package org.answerline.delivery.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import org.answerline.sandbox.Beans;
import org.answerline.sandbox.MovableClock;
import org.answerline.sandbox.UsesSharedDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@UsesSharedDatabase
class PausedChatsTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final MovableClock clock = new MovableClock();
    private final Beans beans = new Beans().with(Clock.class, clock);
    private final PausedChats paused = beans.get(PausedChats.class);

    @AfterEach
    void close() {
        beans.close();
    }

    @Test
    void aChatIsPausedUntilItsTimeIsOver() {
        paused.pauseFor(7, SECOND);
        assertTrue(paused.isPaused(7));
        assertFalse(paused.isPaused(8));
        clock.pass(SECOND);
        assertFalse(paused.isPaused(7));
    }

    @Test
    void noTimeIsNoPause() {
        paused.pauseFor(7, Duration.ZERO);
        paused.pauseFor(7, Duration.ofSeconds(-1));
        assertFalse(paused.isPaused(7));
    }

    @Test
    void thePauseThatRemainsGetsShorter() {
        paused.pauseFor(7, SECOND);
        clock.pass(Duration.ofMillis(300));
        assertEquals(Duration.ofMillis(700), paused.remaining(7));
        assertEquals(Duration.ZERO, paused.remaining(8));
        clock.pass(SECOND);
        assertEquals(Duration.ZERO, paused.remaining(7));
    }

    @Test
    void aResumedChatIsNotPaused() {
        paused.pauseFor(7, SECOND);
        paused.resume(7);
        assertFalse(paused.isPaused(7));
    }
}
