package org.answerline.account;

import java.time.Duration;

/** The waiting time after a number of consecutive failures: none at first, then doubling up to a limit. */
enum SignInThrottle {
    /** Failures for one account from one network address: slows from the fifth failure on, and only for that address. */
    ACCOUNT_FROM_ADDRESS(5),
    /** Failures from one network address for any account; allows more, because a whole office may share an address. */
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
