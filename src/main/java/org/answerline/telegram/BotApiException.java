package org.answerline.telegram;

import java.time.Duration;

/**
 * Why a call of the Bot API brought no result: one subclass for each thing a caller can do about it.
 *
 * <p>Messages hold Telegram's description and never a URL, because every URL holds the token.
 *
 * @see <a href="https://core.telegram.org/bots/api#making-requests">Making requests</a>
 */
public abstract sealed class BotApiException extends RuntimeException {

    private BotApiException(String message) {
        super(message);
    }

    /** The request never reached Telegram (refused, unknown host, no connection in time): repeating it is safe. */
    public static final class NotReached extends BotApiException {
        NotReached(String what) {
            super(what);
        }
    }

    /** The request may or may not have had its effect: no answer, a cut or foreign answer, a fault on Telegram's side. */
    public static final class OutcomeUnknown extends BotApiException {
        OutcomeUnknown(String what) {
            super(what);
        }
    }

    /** 429: nothing was done, and nothing will be before {@link #retryAfter()} has passed. */
    public static final class TooManyRequests extends BotApiException {
        private final Duration retryAfter;

        TooManyRequests(String description, Duration retryAfter) {
            super(description);
            this.retryAfter = retryAfter;
        }

        /** How long Telegram asked us to wait. */
        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /** 401 or 404 of the whole path: the token is not (or no longer) a bot's. */
    public static final class TokenRefused extends BotApiException {
        TokenRefused(String description) {
            super(description);
        }
    }

    /** The basic group became a supergroup: the same people are under {@link #newChatId()} now. */
    public static final class ChatMoved extends BotApiException {
        private final long newChatId;

        ChatMoved(String description, long newChatId) {
            super(description);
            this.newChatId = newChatId;
        }

        /** The supergroup's chat id. */
        public long newChatId() {
            return newChatId;
        }
    }

    /** The bot may not write to this chat (blocked, kicked, deactivated, never started, not found). */
    public static final class ChatUnreachable extends BotApiException {
        ChatUnreachable(String description) {
            super(description);
        }
    }

    /** Refused, and nothing was done, in words that are in no table of ours: it may be the message or the chat. */
    public static final class Unlisted extends BotApiException {
        Unlisted(String description) {
            super(description);
        }
    }

    /** Telegram will never take this request as it is. */
    public static final class Refused extends BotApiException {
        Refused(String description) {
            super(description);
        }
    }
}
