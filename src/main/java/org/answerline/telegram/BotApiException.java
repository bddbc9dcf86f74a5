package org.answerline.telegram;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Why a call of the Bot API brought no result: one subclass for each thing a caller can do about it.
 *
 * <p>Messages hold Telegram's description and never a URL, because every URL holds the token.
 *
 * @see <a href="https://core.telegram.org/bots/api#making-requests">Making requests</a>
 */
public abstract sealed class BotApiException extends RuntimeException {

    /** Apache HttpClient's, versions 4 (RESTEasy) and 5 (Jersey on Payara): no connection was made or free in time. */
    private static final Set<String> NO_CONNECTION =
            Set.of("ConnectTimeoutException", "ConnectionPoolTimeoutException", "ConnectionRequestTimeoutException");

    private BotApiException(String message) {
        super(message);
    }

    /** Whether a refusal says that the message that was to be changed or deleted is not there any more. */
    public static boolean isMessageGone(String description) {
        return TelegramErrorTable.isMessageGone(description);
    }

    /** Sends a request, and translates what goes wrong with it outside of this program. */
    public static <T> T translating(Supplier<T> request) {
        T answer;
        try {
            answer = request.get();
        } catch (RuntimeException fault) {
            throw isFaultOfTheProgram(fault) ? fault : of(fault);
        }
        if (answer == null) {
            throw new OutcomeUnknown("no answer");
        }
        return answer;
    }

    /**
     * What a failed request means: the exception that reading the answer threw, wherever the REST client has wrapped it, else what the
     * network's exception means. Only the cause's class is named, because its message could hold the URL and so the token.
     */
    public static BotApiException of(Exception fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof BotApiException known) {
                return known;
            }
            if (isNotReached(cause)) {
                return new NotReached(cause.getClass().getSimpleName());
            }
        }
        Throwable cause = fault.getCause() == null ? fault : fault.getCause();
        return new OutcomeUnknown(cause.getClass().getSimpleName());
    }

    /** Neither the network nor an answer is behind it. */
    private static boolean isFaultOfTheProgram(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof BotApiException || cause instanceof IOException || isNotReached(cause)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNotReached(Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof NoRouteToHostException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof UnknownHostException
                || cause instanceof UnresolvedAddressException
                || NO_CONNECTION.contains(cause.getClass().getSimpleName());
    }

    /** The request never reached Telegram (refused, unknown host, no connection in time): repeating it is safe. */
    public static final class NotReached extends BotApiException {
        NotReached(String what) {
            super(what);
        }
    }

    /** The request may or may not have had its effect: no answer, a cut or foreign answer, a fault on Telegram's side. */
    public static final class OutcomeUnknown extends BotApiException {
        public OutcomeUnknown(String what) {
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

        /** Whether it is not the chat but its topic that does not exist any more. */
        public boolean isTopicGone() {
            return TelegramErrorTable.isTopicGone(getMessage());
        }

        /** Whether it is a topic, or General, where the bot may not write. */
        public boolean isTopicClosed() {
            return TelegramErrorTable.isTopicClosed(getMessage());
        }
    }

    /** Refused with a description that is in no table, and nothing was done: the message or the chat may be the reason. */
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

        /** Whether the chat allows no messages of this kind, which may be one of several or of all kinds. */
        public boolean isKindForbidden() {
            return TelegramErrorTable.isKindForbidden(getMessage());
        }

        /** Whether it is a change that would change nothing. */
        public boolean isNotModified() {
            return TelegramErrorTable.isNotModified(getMessage());
        }
    }
}
