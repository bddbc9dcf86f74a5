package org.answerline.delivery;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** A dispatcher's way past the chats that something waits for: a stretch at a time, so that a look costs the same however many wait. */
class ChatScan {

    /** How many chats a look takes in. */
    static final int STRETCH = 100;

    private final Duration longest;
    private long after = Long.MIN_VALUE;
    private Duration nextDue;

    ChatScan(Duration longest) {
        this.longest = longest;
        this.nextDue = longest;
    }

    /** The chat where the last look ended. */
    long after() {
        return after;
    }

    /**
     * A look is over.
     *
     * @param chatIds the chats it took in, in order
     * @param due how long until one of these is due
     * @return how long to wait before the next look: not at all in the middle of the way
     */
    Duration looked(Collection<Long> chatIds, Duration due) {
        nextDue = due.compareTo(nextDue) < 0 ? due : nextDue;
        if (chatIds.size() == STRETCH) {
            after = List.copyOf(chatIds).get(STRETCH - 1);
            return Duration.ZERO;
        }
        Duration wait = nextDue;
        after = Long.MIN_VALUE;
        nextDue = longest;
        return wait;
    }
}
