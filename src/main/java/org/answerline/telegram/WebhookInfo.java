package org.answerline.telegram;

import jakarta.json.JsonString;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How updates are sent at present.
 *
 * @param url where to; empty when no webhook is set
 * @param pending how many updates wait to be taken
 * @param lastErrorAt when a delivery failed last, if one did
 * @param lastError what went wrong then, in Telegram's words
 * @param allowedUpdates the kinds that are sent; empty means the default ones
 * @param maxConnections how many may come at once; 0 when not told
 * @see <a href="https://core.telegram.org/bots/api#webhookinfo">WebhookInfo</a>
 */
public record WebhookInfo(
        String url,
        long pending,
        Optional<Instant> lastErrorAt,
        String lastError,
        Set<String> allowedUpdates,
        long maxConnections) {

    static WebhookInfo read(LenientJson info) {
        Set<String> allowed = new TreeSet<>();
        if (info.json().containsKey("allowed_updates")) {
            info.json().getJsonArray("allowed_updates").stream()
                    .filter(JsonString.class::isInstance)
                    .map(kind -> ((JsonString) kind).getString())
                    .forEach(allowed::add);
        }
        return new WebhookInfo(
                info.text("url").orElse(""),
                info.number("pending_update_count").orElse(0L),
                info.number("last_error_date").map(Instant::ofEpochSecond),
                info.text("last_error_message").orElse(""),
                allowed,
                info.number("max_connections").orElse(0L));
    }

    /** Whether updates are sent as wished; the secret is never told, so it is not compared. */
    public boolean fits(SetWebhook wish) {
        return url.equals(wish.url())
                && allowedUpdates.equals(SetWebhook.KINDS)
                && maxConnections == SetWebhook.MAX_CONNECTIONS;
    }
}
