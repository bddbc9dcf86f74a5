package org.answerline.delivery.send;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.answerline.platform.observability.Log;
import org.answerline.telegram.RetryPolicy;

/**
 * Whether Telegram can be reached at all from this node.
 *
 * <p>A fault that no single chat is the cause of stops everything for a while; then one message tries, and the first that arrives
 * opens the way for all, so that an outage costs few requests and its end is noticed within seconds.
 */
@ApplicationScoped
public class TelegramCircuitBreaker {

    private static final Logger LOG = Log.of(TelegramCircuitBreaker.class);

    /** So many chats asked to wait, with nothing sent in between, mean that all have to. */
    private static final int FLOODED_CHATS = 3;

    @Inject
    private Clock clock;

    private int failures;
    private Instant heldUntil = Instant.MIN;
    private boolean tokenRefused;
    private final Set<Long> flooded = new HashSet<>();

    /** How many messages may be tried now, of so many. */
    public synchronized int allowance(int most) {
        if (clock.instant().isBefore(heldUntil)) {
            return 0;
        }
        return failures > 0 ? Math.min(1, most) : most;
    }

    /** A message arrived. */
    synchronized void cleared() {
        failures = 0;
        flooded.clear();
        tokenRefused = false;
    }

    synchronized void notReached() {
        hold();
    }

    synchronized void tokenRefused(String words) {
        if (!tokenRefused) {
            tokenRefused = true;
            LOG.log(
                    Level.ERROR,
                    "Telegram refuses TELEGRAM_SUPPORT_BOT_TOKEN (" + words
                            + "): messages wait until the token is corrected");
        }
        hold();
    }

    synchronized void flood(long chatId, Duration wait) {
        flooded.add(chatId);
        if (flooded.size() >= FLOODED_CHATS) {
            Instant until = clock.instant().plus(wait);
            heldUntil = until.isAfter(heldUntil) ? until : heldUntil;
        }
    }

    private void hold() {
        failures++;
        Duration pause = RetryPolicy.pause(failures, ThreadLocalRandom.current().nextDouble());
        heldUntil = clock.instant().plus(pause);
    }
}
