package org.answerline.operations.doctor;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.answerline.platform.config.Settings;
import org.answerline.platform.config.SiteSettings;
import org.answerline.platform.config.TelegramSettings;
import org.answerline.telegram.client.BotAdminApi;
import org.answerline.telegram.client.JdkBotAdminClient;
import org.answerline.webhook.DerivedSecret;

/**
 * One installation of Answerline, as its checks and commands see it.
 *
 * @param settings the owner's
 * @param database its PostgreSQL database
 * @param clock this machine's clock
 * @param telegram the Bot API; asked for only when the settings were found right
 */
public record Installation(Settings settings, DataSource database, Clock clock, Supplier<BotAdminApi> telegram) {

    /** The path of the webhook at the site's public address. */
    public static final String WEBHOOK_PATH = "/telegram/support-webhook/";

    /** Outside a server, where there is no REST client. */
    public Installation(Settings settings, DataSource database, Clock clock) {
        this(
                settings,
                database,
                clock,
                () -> new BotAdminApi(new JdkBotAdminClient(
                        settings.get(TelegramSettings.API_URL), settings.get(TelegramSettings.BOT_TOKEN))));
    }

    /** The bot's token; it fails when it is not set, which is for the settings check to report. */
    public String token() {
        return settings.get(TelegramSettings.BOT_TOKEN);
    }

    /** The id of the operators' chat; it fails when it is not set. */
    public long operatorChat() {
        return settings.get(TelegramSettings.OPERATOR_CHAT);
    }

    /** The address under which the site is reached from outside, without a slash at its end. */
    public Optional<String> publicUrl() {
        return settings.configured(SiteSettings.PUBLIC_URL);
    }

    /** The URL to register with Telegram; empty if the public address is not set. */
    public Optional<String> webhookUrl() {
        return publicUrl().map(url -> url + WEBHOOK_PATH);
    }

    /** The secret that the owner chose for the webhook. */
    public Optional<String> chosenSecret() {
        return settings.configured(TelegramSettings.WEBHOOK_SECRET);
    }

    /** The secret to register with Telegram: the owner's, or the one derived from the token. */
    public String secret() {
        return chosenSecret().orElseGet(() -> DerivedSecret.of(token()));
    }

    /** The Bot API, called with the bot's token. */
    public BotAdminApi bot() {
        return telegram.get();
    }
}
