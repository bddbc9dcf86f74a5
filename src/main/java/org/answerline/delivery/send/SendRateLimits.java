package org.answerline.delivery.send;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.answerline.platform.config.Settings;
import org.answerline.platform.config.TelegramSettings;

/**
 * How fast Telegram lets a bot write: so many messages in any stretch of so much time.
 *
 * @see <a href="https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this">Limits</a>
 */
@ApplicationScoped
public class SendRateLimits {

    /** At most {@code messages} in any {@code seconds}; no limit when there are none. */
    public record Limit(int messages, double seconds) {

        static final Limit NONE = new Limit(0, 0);

        public boolean isNone() {
            return messages == 0;
        }
    }

    /** How many messages a private chat may get at once before they are spread. */
    private static final int BURST = 3;

    private final Limit privateChat;
    private final Limit group;
    private final Limit total;

    /** For the CDI proxy. */
    protected SendRateLimits() {
        this(0, 0, 0);
    }

    @Inject
    SendRateLimits(Settings settings) {
        this(
                settings.get(TelegramSettings.PACE_CHAT),
                settings.get(TelegramSettings.PACE_GROUP),
                settings.get(TelegramSettings.PACE_TOTAL));
    }

    private SendRateLimits(double perSecond, int groupPerMinute, int totalPerSecond) {
        this.privateChat = perSecond <= 0 ? Limit.NONE : new Limit(BURST, BURST / perSecond);
        this.group = groupPerMinute <= 0 ? Limit.NONE : new Limit(groupPerMinute, 60);
        this.total = totalPerSecond <= 0 ? Limit.NONE : new Limit(totalPerSecond, 1);
    }

    /** The limit of a chat; groups have negative ids. */
    public Limit of(long chatId) {
        return chatId < 0 ? group : privateChat;
    }

    /** The limit over all chats. */
    public Limit total() {
        return total;
    }
}
