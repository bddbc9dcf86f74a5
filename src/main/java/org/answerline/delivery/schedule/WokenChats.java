package org.answerline.delivery.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The chats whose queues this node tries to claim next, and when: those that something was put in for, and those that were sent to and
 * may be sent to again.
 *
 * <p>Only a hint, which saves searching the outbox: what is missing here is found by the search once a second.
 */
@ApplicationScoped
public class WokenChats {

    /** So many are remembered; further ones are left to the search, which treats all chats alike. */
    static final int MOST = 1_000;

    private final Map<Long, Instant> due = new ConcurrentHashMap<>();

    @Inject
    private PausedChats pausedChats;

    @Inject
    private Clock clock;

    /** The chat is tried when its pause on this node is over; returns whether that is now. */
    public boolean wakeAfterPause(long chatId) {
        Duration pause = pausedChats.remaining(chatId);
        wakeIn(chatId, pause);
        return pause.isZero();
    }

    /** The chat is tried as soon as possible, whatever this node knows of a pause. */
    public void wake(long chatId) {
        wakeIn(chatId, Duration.ZERO);
    }

    /** The chat is tried after this wait, or earlier if it was to be tried earlier. */
    public void wakeIn(long chatId, Duration wait) {
        if (hasRoom()) {
            due.merge(chatId, clock.instant().plus(wait), (one, other) -> one.isBefore(other) ? one : other);
        }
    }

    public boolean hasRoom() {
        return due.size() < MOST;
    }

    /** Removes and returns up to so many chats whose time has come, the earliest first, and none of these others. */
    public List<Long> take(Set<Long> others, int most) {
        Instant now = clock.instant();
        List<Long> chats = due.entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(now) && !others.contains(entry.getKey()))
                .sorted(Map.Entry.comparingByValue())
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
        chats.forEach(due::remove);
        return chats;
    }

    /** Removes this chat if its time has come; returns whether it has. */
    public boolean take(long chatId) {
        Instant time = due.get(chatId);
        return time != null && !time.isAfter(clock.instant()) && due.remove(chatId, time);
    }

    /** The time until the first chat is to be tried that is none of these others; at most so long. */
    public Duration untilFirst(Set<Long> others, Duration most) {
        Instant now = clock.instant();
        return due.entrySet().stream()
                .filter(entry -> !others.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .min(Instant::compareTo)
                .map(first -> first.isAfter(now) ? Duration.between(now, first) : Duration.ZERO)
                .filter(wait -> wait.compareTo(most) < 0)
                .orElse(most);
    }
}
