package org.answerline.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What Telegram must say in X-Telegram-Bot-Api-Secret-Token, if the owner set it.
 *
 * @see <a href="https://core.telegram.org/bots/api#setwebhook">setWebhook, secret_token</a>
 */
@ApplicationScoped
class WebhookSecret {

    private final Optional<byte[]> secret;

    /** For the CDI proxy. */
    protected WebhookSecret() {
        this(Optional.empty(), Optional.empty());
    }

    @Inject
    WebhookSecret(
            @ConfigProperty(name = "TELEGRAM_SUPPORT_WEBHOOK_SECRET") Optional<String> secret,
            @ConfigProperty(name = "TELEGRAM_WEBHOOK_SECRET") Optional<String> otherSpelling) {
        this.secret = secret.or(() -> otherSpelling).map(WebhookSecret::bytes);
    }

    /** Whether a request with this header may speak for Telegram; compared in a time that tells nothing. */
    boolean accepts(String header) {
        return secret.map(expected -> header != null && MessageDigest.isEqual(expected, bytes(header)))
                .orElse(true);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
