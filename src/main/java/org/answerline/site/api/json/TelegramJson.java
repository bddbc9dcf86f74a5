package org.answerline.site.api.json;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether Telegram is linked.
 *
 * @param since ISO 8601 in UTC; null if it is not
 */
public record TelegramJson(boolean linked, String since) {
    /** Linked since then, or not linked. */
    public static TelegramJson of(Optional<Instant> linkedSince) {
        return new TelegramJson(
                linkedSince.isPresent(), linkedSince.map(Instant::toString).orElse(null));
    }
}
