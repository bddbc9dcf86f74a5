package org.answerline.account;

import java.time.Duration;

/** How long the next try must wait after so many failures in a row: nothing at first, then doubling up to a limit. */
enum SignInThrottle {
    /** One person mistyping the password of one account: slows from the fifth failure on, and only where the tries come from. */
    ACCOUNT_FROM_ADDRESS(5),
    /** A whole office may share an address, so it gets more room. */
    ADDRESS(20);

    static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int DOUBLINGS = 5;

    private final int patience;

    SignInThrottle(int patience) {
        this.patience = patience;
    }

    Duration after(int failures) {
        if (failures < patience) {
            return Duration.ZERO;
        }
        Duration wait = FIRST.multipliedBy(1L << Math.min(failures - patience, DOUBLINGS));
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }
}
