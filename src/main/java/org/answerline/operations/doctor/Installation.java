package org.answerline.operations.doctor;

import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.answerline.telegram.BotAdminApi;
import org.answerline.webhook.DerivedSecret;

/**
 * What the doctor examines.
 *
 * @param settings the environment: a variable's value, or null
 * @param database the desk's PostgreSQL
 * @param clock this machine's
 */
public record Installation(UnaryOperator<String> settings, DataSource database, Clock clock) {

    /** Where the webhook is under the site's public address. */
    public static final String WEBHOOK_PATH = "/telegram/support-webhook/";

    /** A setting that is there and not blank. */
    public Optional<String> setting(String name) {
        return Optional.ofNullable(settings.apply(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** The bot's token; to be asked for when the settings were found right. */
    public String token() {
        return setting("TELEGRAM_SUPPORT_BOT_TOKEN")
                .orElseThrow(() -> new IllegalStateException("TELEGRAM_SUPPORT_BOT_TOKEN is not set."));
    }

    /** The operator's chat; to be asked for when the settings were found right. */
    public long adminChat() {
        return Long.parseLong(setting("TELEGRAM_ADMIN_CHAT_ID").orElseThrow());
    }

    /** The address under which the site is reached from outside, without a slash at its end. */
    public Optional<String> publicUrl() {
        return setting("SUPPORT_PUBLIC_URL").map(url -> url.replaceFirst("/+$", ""));
    }

    /** The webhook's address as Telegram has to know it. */
    public Optional<String> webhookUrl() {
        return publicUrl().map(url -> url + WEBHOOK_PATH);
    }

    /** The secret that the owner chose for the webhook, in either spelling. */
    public Optional<String> chosenSecret() {
        return setting("TELEGRAM_SUPPORT_WEBHOOK_SECRET").or(() -> setting("TELEGRAM_WEBHOOK_SECRET"));
    }

    /** The secret to give to Telegram: the owner's, else our own. */
    public String secret() {
        return chosenSecret().orElseGet(() -> DerivedSecret.of(token()));
    }

    /** Asks Telegram in the name of the bot. */
    public BotAdminApi bot() {
        return new BotAdminApi(setting("TELEGRAM_API_URL").orElse(BotAdminApi.TELEGRAM), token());
    }
}
