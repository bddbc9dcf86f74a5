package org.answerline.site.transfer;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SendingPaceTest {
    private static final long SECOND = 1_000_000_000;
    private static final int MEBIBYTE = 1 << 20;

    /** System.nanoTime() may be anything, and overflow. */
    @ParameterizedTest
    @ValueSource(longs = {0, -5 * SECOND, Long.MAX_VALUE - 10 * SECOND})
    void whoSendsNothingHasThirtySeconds(long start) {
        var pace = new SendingPace(start);
        assertFalse(pace.isTooSlow(start + 30 * SECOND));
        assertTrue(pace.isTooSlow(start + 31 * SECOND));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, Long.MAX_VALUE - 10 * SECOND})
    void whatArrivedBeforeGivesNoTimeForSilence(long start) {
        var pace = new SendingPace(start);
        for (int second = 1; second <= 10; second++) {
            pace.arrived(10 * MEBIBYTE, start + second * SECOND);
        }
        assertFalse(pace.isTooSlow(start + 40 * SECOND));
        assertTrue(pace.isTooSlow(start + 41 * SECOND));
        assertTrue(pace.isTooSlow(start + 70 * SECOND));
    }

    @Test
    void aSteadySenderMayTakeAnHour() {
        var pace = new SendingPace(0);
        for (int second = 1; second <= 3_600; second++) {
            assertFalse(pace.isTooSlow(second * SECOND), "after " + second + " s");
            pace.arrived(4 * 1024, second * SECOND);
        }
    }

    @Test
    void bytesThatTrickleGiveNoTime() {
        var pace = new SendingPace(0);
        for (int second = 1; second <= 30; second++) {
            pace.arrived(1, second * SECOND);
        }
        assertTrue(pace.isTooSlow(31 * SECOND));
    }
}
