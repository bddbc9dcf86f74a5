package org.answerline.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {
    @Test
    void letsMistakesPassThenWaitsLongerAndLonger() {
        assertEquals(Duration.ZERO, SignInThrottle.ACCOUNT_FROM_ADDRESS.after(4));
        assertEquals(Duration.ofSeconds(30), SignInThrottle.ACCOUNT_FROM_ADDRESS.after(5));
        assertEquals(Duration.ofMinutes(1), SignInThrottle.ACCOUNT_FROM_ADDRESS.after(6));
        assertEquals(Duration.ofMinutes(15), SignInThrottle.ACCOUNT_FROM_ADDRESS.after(1_000_000));
        assertEquals(Duration.ZERO, SignInThrottle.ADDRESS.after(19));
    }

    @Test
    void neverWaitsLongerThanItRemembers() {
        assertTrue(
                SignInThrottle.ACCOUNT_FROM_ADDRESS.after(Integer.MAX_VALUE).compareTo(SignInThrottle.FORGOTTEN_AFTER)
                        < 0);
    }
}
