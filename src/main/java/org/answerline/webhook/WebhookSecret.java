package org.answerline.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.answerline.platform.config.Settings;
import org.answerline.platform.config.SiteSettings;
import org.answerline.platform.config.TelegramSettings;
import org.answerline.platform.database.KeyValueStore;
import org.answerline.platform.web.TrustedSender;
import org.answerline.telegram.BotSettings;

/**
 * The secret that Telegram must send in X-Telegram-Bot-Api-Secret-Token: the owner's setting, otherwise the derived secret if
 * Telegram was given it.
 *
 * @see <a href="https://core.telegram.org/bots/api#setwebhook">setWebhook, secret_token</a>
 */
@ApplicationScoped
class WebhookSecret implements TrustedSender {

    static final String HEADER = "X-Telegram-Bot-Api-Secret-Token";

    private static final String PATH = "/telegram/";
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private final Optional<byte[]> configured;
    private final boolean registersItself;

    @Inject
    private BotSettings bot;

    @Inject
    private KeyValueStore facts;

    @Inject
    private Clock clock;

    private volatile byte[] own;
    private volatile boolean ownInForce;
    private volatile Instant lookedAt = Instant.MIN;

    /** For the CDI proxy. */
    protected WebhookSecret() {
        this(new Settings(name -> null));
    }

    @Inject
    WebhookSecret(Settings settings) {
        this.configured = settings.configured(TelegramSettings.WEBHOOK_SECRET).map(WebhookSecret::bytes);
        this.registersItself = settings.isSet(SiteSettings.PUBLIC_URL);
    }

    /** Whether a request with this header comes from Telegram; compared in constant time. */
    boolean accepts(String header) {
        if (configured.isPresent()) {
            return matches(configured.get(), header);
        }
        return matches(own(), header) || !isOwnInForce();
    }

    /** Unlike {@link #accepts}, requires the secret also while it is not in force yet. */
    @Override
    public boolean hasSent(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + PATH)
                && matches(configured.orElseGet(this::own), request.getHeader(HEADER));
    }

    private static boolean matches(byte[] expected, String header) {
        return header != null && MessageDigest.isEqual(expected, bytes(header));
    }

    private byte[] own() {
        if (own == null) {
            own = bytes(DerivedSecret.of(bot.token()));
        }
        return own;
    }

    /** Once in force, the derived secret stays in force for this process; until then the owner's command may activate it at any time. */
    private boolean isOwnInForce() {
        if (registersItself || ownInForce) {
            return true;
        }
        Instant now = clock.instant();
        if (now.isAfter(lookedAt.plus(LOOK_AGAIN))) {
            ownInForce = facts.value(DerivedSecret.factName(bot.token())).isPresent();
            lookedAt = now;
        }
        return ownInForce;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
