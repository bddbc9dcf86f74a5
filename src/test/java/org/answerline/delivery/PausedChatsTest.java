package org.answerline.delivery;

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
    void theFirstPauseToEndTellsHowLongToSleep() {
        assertEquals(SECOND, paused.firstEnd(SECOND));
        paused.pauseFor(7, Duration.ofMillis(300));
        paused.pauseFor(8, Duration.ofMillis(200));
        paused.pauseFor(9, Duration.ofMinutes(1));
        assertEquals(Duration.ofMillis(200), paused.firstEnd(SECOND));
        clock.pass(Duration.ofMillis(250));
        assertEquals(Duration.ofMillis(50), paused.firstEnd(SECOND));
        clock.pass(SECOND);
        assertEquals(SECOND, paused.firstEnd(SECOND));
    }

    @Test
    void aResumedChatIsNotPaused() {
        paused.pauseFor(7, SECOND);
        paused.resume(7);
        assertFalse(paused.isPaused(7));
    }
}
