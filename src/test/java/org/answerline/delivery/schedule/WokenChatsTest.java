package org.answerline.delivery.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.answerline.sandbox.Beans;
import org.answerline.sandbox.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WokenChatsTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final MovableClock clock = new MovableClock();
    private final Beans beans = new Beans().with(Clock.class, clock);
    private final WokenChats woken = beans.get(WokenChats.class);

    @AfterEach
    void close() {
        beans.close();
    }

    @Test
    void theEarliestIsTakenFirstAndOnce() {
        woken.wake(7);
        clock.pass(Duration.ofMillis(1));
        woken.wake(8);
        woken.wake(7);
        assertEquals(List.of(7L), woken.take(Set.of(), 1));
        assertEquals(List.of(8L), woken.take(Set.of(), 9));
        assertEquals(List.of(), woken.take(Set.of(), 9));
    }

    @Test
    void aChatThatIsBeingSentToKeepsItsPlace() {
        woken.wake(7);
        assertEquals(List.of(), woken.take(Set.of(7L), 9));
        assertEquals(SECOND, woken.untilFirst(Set.of(7L), SECOND));
        assertEquals(List.of(7L), woken.take(Set.of(), 9));
    }

    @Test
    void theFirstWaitToEndTellsHowLongToSleep() {
        assertEquals(SECOND, woken.untilFirst(Set.of(), SECOND));
        woken.wakeIn(7, Duration.ofMillis(300));
        woken.wakeIn(8, Duration.ofMillis(200));
        woken.wakeIn(9, Duration.ofMinutes(1));
        assertEquals(Duration.ofMillis(200), woken.untilFirst(Set.of(), SECOND));
        clock.pass(Duration.ofMillis(250));
        assertEquals(Duration.ZERO, woken.untilFirst(Set.of(), SECOND));
        assertEquals(List.of(8L), woken.take(Set.of(), 9));
        assertEquals(Duration.ofMillis(50), woken.untilFirst(Set.of(), SECOND));
        clock.pass(SECOND);
        assertEquals(List.of(7L), woken.take(Set.of(), 9));
        assertEquals(SECOND, woken.untilFirst(Set.of(), SECOND));
    }

    @Test
    void theEarlierOfTwoTimesCounts() {
        woken.wakeIn(7, SECOND);
        woken.wake(7);
        woken.wakeIn(7, SECOND);
        assertEquals(List.of(7L), woken.take(Set.of(), 9));
    }

    @Test
    void aPausedChatIsTriedWhenItsPauseIsOver() {
        beans.get(PausedChats.class).pauseFor(7, SECOND);
        assertFalse(woken.wakeAfterPause(7));
        assertTrue(woken.wakeAfterPause(8));
        assertEquals(List.of(8L), woken.take(Set.of(), 9));
        clock.pass(SECOND);
        assertEquals(List.of(7L), woken.take(Set.of(), 9));
    }

    @Test
    void onlySoManyAreRemembered() {
        for (long chat = 0; chat <= WokenChats.MOST; chat++) {
            woken.wake(chat);
        }
        assertFalse(woken.hasRoom());
        assertEquals(WokenChats.MOST, woken.take(Set.of(), 2 * WokenChats.MOST).size());
        assertTrue(woken.hasRoom());
    }
}
