package org.answerline.telegram.client;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How updates are sent at present; members that Telegram left out have the value that says so.
 *
 * @param url where to; empty when no webhook is set
 * @param pendingUpdateCount how many updates wait
 * @param lastErrorDate when a delivery failed last, in Unix seconds; 0 if none did
 * @param lastErrorMessage what went wrong then, in Telegram's words
 * @param allowedUpdates the kinds that are sent, sorted; empty means the default ones
 * @param maxConnections how many may be sent at once; 0 if unknown
 * @see <a href="https://core.telegram.org/bots/api#webhookinfo">WebhookInfo</a>
 */
public record WebhookInfo(
        String url,
        Long pendingUpdateCount,
        Long lastErrorDate,
        String lastErrorMessage,
        Set<String> allowedUpdates,
        Long maxConnections) {

    static final WebhookInfo NONE = new WebhookInfo(null, null, null, null, null, null);

    /** Replaces null, which stands for a member that is absent. */
    public WebhookInfo {
        url = url == null ? "" : url;
        pendingUpdateCount = pendingUpdateCount == null ? 0 : pendingUpdateCount;
        lastErrorDate = lastErrorDate == null ? 0 : lastErrorDate;
        lastErrorMessage = lastErrorMessage == null ? "" : lastErrorMessage;
        allowedUpdates = allowedUpdates == null ? Set.of() : new TreeSet<>(allowedUpdates);
        maxConnections = maxConnections == null ? 0 : maxConnections;
    }

    /** When a delivery failed last, if one did. */
    public Optional<Instant> lastErrorAt() {
        return Optional.of(lastErrorDate).filter(seconds -> seconds > 0).map(Instant::ofEpochSecond);
    }

    /** Whether updates are sent like this; the secret is not compared, because Telegram never names it. */
    public boolean fits(SetWebhook wanted) {
        return url.equals(wanted.url())
                && allowedUpdates.equals(wanted.allowedUpdates())
                && maxConnections == wanted.maxConnections();
    }
}
