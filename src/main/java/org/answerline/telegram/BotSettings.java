package org.answerline.telegram;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import org.answerline.platform.config.Settings;
import org.answerline.platform.config.TelegramSettings;

/** The settings of the bot; its token also signs, and must never be shown. */
@ApplicationScoped
public class BotSettings {

    private final String token;
    private final Optional<String> username;
    private final String linkUrl;

    /** For the CDI proxy. */
    protected BotSettings() {
        this("", Optional.empty(), "");
    }

    @Inject
    BotSettings(Settings settings) {
        this(
                settings.get(TelegramSettings.BOT_TOKEN),
                settings.configured(TelegramSettings.BOT_USERNAME),
                settings.get(TelegramSettings.LINK_URL));
    }

    private BotSettings(String token, Optional<String> username, String linkUrl) {
        this.token = token;
        this.username = username;
        this.linkUrl = linkUrl;
    }

    /** The secret part of every Bot API URL, {@code <bot id>:<secret>}; never to be logged. */
    public String token() {
        return token;
    }

    /** The bot's id, the number before the colon of its token. */
    public long botId() {
        return Long.parseLong(token.substring(0, token.indexOf(':')));
    }

    /** The configured username without @, if the owner gave one. */
    public Optional<String> configuredUsername() {
        return username;
    }

    /**
     * The deep link that opens the bot with a start parameter.
     *
     * @see <a href="https://core.telegram.org/bots/features#deep-linking">Deep linking</a>
     */
    public URI deepLink(String botUsername, String startParameter) {
        return URI.create(linkUrl + "/" + botUsername + "?start=" + startParameter);
    }

    /** The link that opens the chat with the bot. */
    public URI chatLink(String botUsername) {
        return URI.create(linkUrl + "/" + botUsername);
    }

    @Override
    public String toString() {
        return "BotSettings[" + linkUrl + "]";
    }
}
