package org.answerline.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which chats this node knows to be paced just now, or to be tried again later, so that a flood of questions for one of them does not
 * have the outbox looked through for each.
 *
 * <p>Only a hint: the queues in the database decide. What it does not know costs a look, what is out of date a second at most.
 */
@ApplicationScoped
class PausedChats {

    private final Map<Long, Instant> until = new ConcurrentHashMap<>();

    @Inject
    private Clock clock;

    void pauseFor(long chatId, Duration rest) {
        if (!rest.isNegative() && !rest.isZero()) {
            until.put(chatId, clock.instant().plus(rest));
        }
    }

    boolean isPaused(long chatId) {
        Instant end = until.get(chatId);
        return end != null && clock.instant().isBefore(end);
    }

    /** How long until the first of them may be sent to again, at most so long. */
    Duration firstEnd(Duration most) {
        Instant now = clock.instant();
        until.values().removeIf(end -> !end.isAfter(now));
        return until.values().stream()
                .min(Instant::compareTo)
                .map(end -> Duration.between(now, end))
                .filter(rest -> rest.compareTo(most) < 0)
                .orElse(most);
    }

    void resume(long chatId) {
        until.remove(chatId);
    }
}
