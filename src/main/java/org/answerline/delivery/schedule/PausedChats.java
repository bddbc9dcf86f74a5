package org.answerline.delivery.schedule;

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
public class PausedChats {

    private final Map<Long, Instant> until = new ConcurrentHashMap<>();

    @Inject
    private Clock clock;

    public void pauseFor(long chatId, Duration rest) {
        Instant now = clock.instant();
        until.values().removeIf(end -> !end.isAfter(now));
        if (!rest.isNegative() && !rest.isZero()) {
            until.put(chatId, now.plus(rest));
        }
    }

    public boolean isPaused(long chatId) {
        return !remaining(chatId).isZero();
    }

    /** How long the chat is still paused; zero if it is not. */
    public Duration remaining(long chatId) {
        Instant end = until.get(chatId);
        Instant now = clock.instant();
        return end == null || !now.isBefore(end) ? Duration.ZERO : Duration.between(now, end);
    }

    public void resume(long chatId) {
        until.remove(chatId);
    }
}
