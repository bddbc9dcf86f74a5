package org.answerline.delivery;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** Where a dispatcher is among the chats that something waits for. It scans a stretch at a time, so that a claim costs the same however many chats wait. */
class ChatScan {

    /** How many chats one claim looks at. */
    static final int STRETCH = 100;

    private final Duration longest;
    private long after = Long.MIN_VALUE;
    private Duration nextDue;

    ChatScan(Duration longest) {
        this.longest = longest;
        this.nextDue = longest;
    }

    /** The chat id where the last stretch ended. */
    long after() {
        return after;
    }

    /**
     * Moves on past a stretch; after the last one it begins again.
     *
     * @param chatIds the chats of the stretch, in order
     * @param due how long until the first of these is due
     * @return how long to wait before the next claim: not at all in the middle of a scan
     */
    Duration advance(Collection<Long> chatIds, Duration due) {
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
