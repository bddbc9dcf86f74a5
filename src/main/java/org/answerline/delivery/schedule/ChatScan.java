package org.answerline.delivery.schedule;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Where a dispatcher is in its search for chats that something waits for, and when it goes on. It looks at a stretch at a time, so that
 * the search costs the same however many chats wait.
 */
public class ChatScan {

    /** How many chats are looked at together. */
    public static final int STRETCH = 100;

    private final Duration interval;
    private final LongSupplier nanos;
    private long after = Long.MIN_VALUE;
    private long next;

    /** Begins a search after this interval since the end of the last one, by this monotonic clock. */
    public ChatScan(Duration interval, LongSupplier nanos) {
        this.interval = interval;
        this.nanos = nanos;
        this.next = nanos.getAsLong();
    }

    /** The chat id where the last stretch ended. */
    public long after() {
        return after;
    }

    /** How long until the next stretch: no time in the middle of a search. */
    public Duration untilDue() {
        return Duration.ofNanos(Math.max(0, next - nanos.getAsLong()));
    }

    /** Moves on past a stretch of these chats; after the last stretch it begins again after the interval. */
    public void advance(List<Long> chatIds) {
        boolean isLast = chatIds.size() < STRETCH;
        after = isLast ? Long.MIN_VALUE : chatIds.get(STRETCH - 1);
        next = nanos.getAsLong() + (isLast ? interval.toNanos() : 0);
    }
}
