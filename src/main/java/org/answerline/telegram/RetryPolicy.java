package org.answerline.telegram;

import java.time.Duration;

/** How long to wait before Telegram is called again after a failure: doubling with jitter, without end, because the fault may pass at any time. */
public final class RetryPolicy {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private RetryPolicy() {}

    /**
     * The wait after so many failures in a row.
     *
     * @param chance from 0 to 1; spreads the attempts of many chats over the second half of the wait
     */
    public static Duration pause(int failures, double chance) {
        int doublings = Math.min(Math.max(0, failures - 1), 16);
        long full = Math.min(FIRST.toMillis() << doublings, LONGEST.toMillis());
        return Duration.ofMillis(full / 2 + (long) (full / 2.0 * chance));
    }
}
