package org.answerline.telegram;

import java.time.Duration;

/** The errors of the Bot API, for tests of what other packages make of them. */
public final class BotApiFaults {

    private BotApiFaults() {}

    /** 429. */
    public static BotApiException tooManyRequests(Duration wait) {
        return new BotApiException.TooManyRequests("Too Many Requests", wait);
    }

    /** A group became a supergroup. */
    public static BotApiException chatMoved(long newChatId) {
        return new BotApiException.ChatMoved("upgraded", newChatId);
    }

    /** The bot may not write there. */
    public static BotApiException chatUnreachable(String description) {
        return new BotApiException.ChatUnreachable(description);
    }

    /** The message is at fault. */
    public static BotApiException refused(String description) {
        return new BotApiException.Refused(description);
    }

    /** An error of no table. */
    public static BotApiException unlisted(String description) {
        return new BotApiException.Unlisted(description);
    }

    /** 401. */
    public static BotApiException tokenRefused(String description) {
        return new BotApiException.TokenRefused(description);
    }

    /** No connection. */
    public static BotApiException notReached(String what) {
        return new BotApiException.NotReached(what);
    }

    /** No response. */
    public static BotApiException outcomeUnknown(String what) {
        return new BotApiException.OutcomeUnknown(what);
    }
}
