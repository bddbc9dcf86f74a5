package org.answerline.site.api.json;

import java.net.URI;
import java.util.Optional;
import org.answerline.conversation.message.SupportMessage;

/**
 * A question that was stored.
 *
 * @param createdAt ISO 8601 in UTC
 * @param telegramBindingUrl links Telegram; null if it is linked, or cannot be
 */
public record SubmittedJson(Long id, Long number, String createdAt, String telegramBindingUrl) {
    /** The question as it was stored. */
    public static SubmittedJson of(SupportMessage message, Optional<URI> bindingUrl) {
        return new SubmittedJson(
                message.id(),
                message.number(),
                message.createdAt().toString(),
                bindingUrl.map(URI::toString).orElse(null));
    }
}
