package org.answerline.platform.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.answerline.platform.config.Settings;
import org.answerline.platform.observability.Metrics;
import org.answerline.platform.web.RateLimit.Allowance;

/**
 * Limits how often a client may do something.
 *
 * <p>Counted in memory, on this node only: with more nodes a caller gets as many times the allowance (docs/decisions/0014).
 */
@ApplicationScoped
public class RateLimits {
    private static final long MOST_CALLERS = 100_000;
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private record Caller(RateLimit limit, String who) {}

    private final ToIntFunction<Allowance> settings;
    private final TimeMeter time;
    private final Metrics metrics;
    private final Cache<Caller, Bucket> buckets;

    /** For the CDI proxy. */
    protected RateLimits() {
        this(allowance -> 0, TimeMeter.SYSTEM_NANOTIME, null);
    }

    @Inject
    RateLimits(Settings settings, Metrics metrics) {
        this(allowance -> settings.get(allowance.setting()), TimeMeter.SYSTEM_NANOTIME, metrics);
    }

    RateLimits(ToIntFunction<Allowance> settings, TimeMeter time, Metrics metrics) {
        this.metrics = metrics;
        this.settings = settings;
        this.time = time;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_CALLERS)
                .expireAfterAccess(FORGOTTEN_AFTER)
                .ticker(time::currentTimeNanos)
                .build();
    }

    /**
     * Counts one more.
     *
     * @return how long the caller has to wait, and nothing was counted; zero when it may go on
     */
    public Duration count(RateLimit limit, String who) {
        Duration wait = bucket(limit, who)
                .map(bucket -> bucket.tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill())
                .map(Duration::ofNanos)
                .orElse(Duration.ZERO);
        return told(limit, wait);
    }

    /** How long the caller has to wait until {@link #count} lets it go on; counts nothing. */
    public Duration wait(RateLimit limit, String who) {
        Duration wait = bucket(limit, who)
                .map(bucket -> bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill())
                .map(Duration::ofNanos)
                .orElse(Duration.ZERO);
        return told(limit, wait);
    }

    private Duration told(RateLimit limit, Duration wait) {
        if (!wait.isZero()) {
            metrics.count("answerline.limited", "limit", limit.name().toLowerCase(Locale.ROOT));
        }
        return wait;
    }

    private Optional<Bucket> bucket(RateLimit limit, String who) {
        List<Allowance> on = limit.allowances().stream()
                .filter(allowance -> settings.applyAsInt(allowance) > 0)
                .toList();
        return on.isEmpty() ? Optional.empty() : Optional.of(buckets.get(new Caller(limit, who), caller -> bucket(on)));
    }

    /** Whole seconds for the header Retry-After, rounded up. */
    public static long retryAfter(Duration wait) {
        return wait.plusMillis(999).toSeconds();
    }

    private Bucket bucket(List<Allowance> allowances) {
        var builder = Bucket.builder().withCustomTimePrecision(time);
        for (Allowance allowance : allowances) {
            int most = settings.applyAsInt(allowance);
            builder.addLimit(limit -> limit.capacity(most).refillGreedy(most, allowance.time()));
        }
        return builder.build();
    }
}
