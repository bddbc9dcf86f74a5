package org.answerline.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The chats that are paused on this node, by a rate limit or until the next attempt, so that a flood of questions for one of them does
 * not cause a search of the outbox for each.
 *
 * <p>This is only a cache: the queues in the database decide. A missing entry costs a query, an outdated one delays by a second at most.
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

    /** The time until the first pause ends, limited to this duration. */
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
