package org.answerline.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The webhook's secret if the owner set none: 256 bits derived from the bot's token.
 *
 * <p>It is the same on every node and after every restart, and is not stored; the database only records that it is in force.
 *
 * @see <a href="https://core.telegram.org/bots/api#setwebhook">setWebhook, secret_token</a>
 */
public final class DerivedSecret {

    private DerivedSecret() {}

    /** Returns the secret for the bot with this token. */
    public static String of(String botToken) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(botToken.strip().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] signature = mac.doFinal("webhook secret".getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("HmacSHA256 is missing from this Java runtime", missing);
        }
    }

    /** Returns the key under which the database records that Telegram was given this bot's secret. */
    public static String factName(String botToken) {
        return "webhook.own_secret." + botToken.strip().split(":", 2)[0];
    }
}
