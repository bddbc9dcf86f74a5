package org.answerline.delivery.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.answerline.platform.config.Settings;
import org.junit.jupiter.api.Test;

class SendRateLimitsTest {

    private final SendRateLimits limits = limits(Map.of());

    @Test
    void aPrivateChatMayHaveAShortBurst() {
        assertEquals(new SendRateLimits.Limit(3, 3), limits.of(7));
        assertEquals(
                new SendRateLimits.Limit(3, 1.5),
                limits(Map.of("TELEGRAM_PACE_CHAT", "2")).of(7));
    }

    @Test
    void aGroupIsLimitedPerMinuteAndAllChatsPerSecond() {
        assertEquals(new SendRateLimits.Limit(20, 60), limits.of(-7));
        assertEquals(new SendRateLimits.Limit(30, 1), limits.total());
    }

    @Test
    void zeroIsNoLimit() {
        var none = limits(
                Map.of("TELEGRAM_PACE_CHAT", "0", "TELEGRAM_PACE_GROUP_MINUTE", "0", "TELEGRAM_PACE_TOTAL", "0"));
        assertTrue(none.of(7).isNone());
        assertTrue(none.of(-7).isNone());
        assertTrue(none.total().isNone());
    }

    private static SendRateLimits limits(Map<String, String> variables) {
        return new SendRateLimits(new Settings(variables::get));
    }
}
