package org.answerline.bench;

/** Gives every stretch of load numbers that no other has: an update that comes twice does nothing. */
final class Numbers {

    private static final long STRETCH = 1_000_000;

    private long next = 1_000_000;

    long stretch() {
        next += STRETCH;
        return next;
    }
}
