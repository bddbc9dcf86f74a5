package org.answerline.webhook;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import org.answerline.platform.web.RateLimit;
import org.answerline.platform.web.RateLimits;

/**
 * Pauses a linked chat that writes too many messages. No message is accepted during the pause, so the notice that the user gets
 * once, at the first refused message, stays true until the pause is over.
 */
@ApplicationScoped
class TelegramMessageLimit {

    private static final Duration SHORTEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final long MOST_CHATS = 100_000;

    /**
     * A refused message.
     *
     * @param minutes the length of the pause in minutes, rounded up
     * @param first whether this message started the pause, and therefore needs a notice
     */
    record Pause(long minutes, boolean first) {}

    private record Begun(long messageId, Instant until) {}

    private final Cache<Long, Begun> pauses = Caffeine.newBuilder()
            .maximumSize(MOST_CHATS)
            .expireAfterWrite(LONGEST_PAUSE)
            .build();

    private final BiFunction<RateLimit, String, Duration> limits;
    private final Clock clock;

    /** For the CDI proxy. */
    protected TelegramMessageLimit() {
        this((limit, who) -> Duration.ZERO, null);
    }

    @Inject
    TelegramMessageLimit(RateLimits limits, Clock clock) {
        this(limits::count, clock);
    }

    TelegramMessageLimit(BiFunction<RateLimit, String, Duration> limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /** Counts a message; empty when it is accepted. */
    Optional<Pause> count(long chatId, long messageId) {
        Instant now = clock.instant();
        Begun begun = pauses.getIfPresent(chatId);
        if (begun == null || !now.isBefore(begun.until())) {
            Duration wait = limits.apply(RateLimit.TELEGRAM, Long.toString(chatId));
            if (wait.isZero()) {
                return Optional.empty();
            }
            begun = new Begun(messageId, now.plus(wait.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : wait));
            pauses.put(chatId, begun);
        }
        // The first message is delivered again if the database could not store the notice.
        return Optional.of(new Pause(minutes(Duration.between(now, begun.until())), begun.messageId() == messageId));
    }

    private static long minutes(Duration wait) {
        return Math.max(1, wait.plusSeconds(59).toMinutes());
    }
}
