package org.answerline.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The webhook's secret where the owner chose none: 256 bits that follow from the bot's token.
 *
 * <p>So it is the same on every node and after every restart, and is kept nowhere; the database only remembers that it is in force.
 *
 * @see <a href="https://core.telegram.org/bots/api#setwebhook">setWebhook, secret_token</a>
 */
public final class DerivedSecret {

    private DerivedSecret() {}

    /** The secret for the bot of this token. */
    public static String of(String botToken) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(botToken.strip().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] signature = mac.doFinal("webhook secret".getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has HmacSHA256", missing);
        }
    }

    /** The remembered fact that Telegram was given this secret for this bot. */
    public static String factName(String botToken) {
        return "webhook.own_secret." + botToken.strip().split(":", 2)[0];
    }
}
