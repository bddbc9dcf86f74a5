package org.answerline.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

    @Test
    void doublesUpToHalfAMinuteAndStaysThere() {
        assertEquals(Duration.ofMillis(500), RetryPolicy.pause(1, 1));
        assertEquals(Duration.ofSeconds(1), RetryPolicy.pause(2, 1));
        assertEquals(Duration.ofSeconds(30), RetryPolicy.pause(8, 1));
        assertEquals(Duration.ofSeconds(30), RetryPolicy.pause(1_000_000, 1));
    }

    @Test
    void spreadsOverTheSecondHalf() {
        assertEquals(Duration.ofSeconds(15), RetryPolicy.pause(50, 0));
        assertTrue(RetryPolicy.pause(50, 0.5).compareTo(RetryPolicy.pause(50, 0.4)) > 0);
    }
}
