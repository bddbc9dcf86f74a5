package org.answerline.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SlowDownTest {
    @Test
    void letsMistakesPassThenWaitsLongerAndLonger() {
        assertEquals(Duration.ZERO, SlowDown.ACCOUNT_FROM_ADDRESS.after(4));
        assertEquals(Duration.ofSeconds(30), SlowDown.ACCOUNT_FROM_ADDRESS.after(5));
        assertEquals(Duration.ofMinutes(1), SlowDown.ACCOUNT_FROM_ADDRESS.after(6));
        assertEquals(Duration.ofMinutes(15), SlowDown.ACCOUNT_FROM_ADDRESS.after(1_000_000));
        assertEquals(Duration.ZERO, SlowDown.ADDRESS.after(19));
    }

    @Test
    void neverWaitsLongerThanItRemembers() {
        assertTrue(SlowDown.ACCOUNT_FROM_ADDRESS.after(Integer.MAX_VALUE).compareTo(SlowDown.FORGOTTEN_AFTER) < 0);
    }
}
