package org.answerline.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SendRateLimitsTest {

    private final SendRateLimits limits = new SendRateLimits(1, 20, 30);

    @Test
    void aPrivateChatMayHaveAShortBurst() {
        assertEquals(new SendRateLimits.Limit(3, 3), limits.of(7));
        assertEquals(new SendRateLimits.Limit(3, 1.5), new SendRateLimits(2, 20, 30).of(7));
    }

    @Test
    void aGroupIsLimitedPerMinuteAndAllChatsPerSecond() {
        assertEquals(new SendRateLimits.Limit(20, 60), limits.of(-7));
        assertEquals(new SendRateLimits.Limit(30, 1), limits.total());
    }

    @Test
    void zeroOrLessIsNoLimit() {
        var none = new SendRateLimits(0, -1, 0);
        assertTrue(none.of(7).isNone());
        assertTrue(none.of(-7).isNone());
        assertTrue(none.total().isNone());
    }
}
