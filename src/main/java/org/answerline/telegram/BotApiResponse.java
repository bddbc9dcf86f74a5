package org.answerline.telegram;

import jakarta.json.JsonValue;
import jakarta.json.bind.JsonbException;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The answer of a call that succeeded. Every other answer becomes a {@link BotApiException} here, whatever transport brought it; what
 * it means is decided by {@link TelegramErrorTable}.
 *
 * @param result null if Telegram sent none
 * @param answeredAt Telegram's clock when it answered, to the second, if the answer has a Date
 * @see <a href="https://core.telegram.org/bots/api#making-requests">Making requests</a>
 */
public record BotApiResponse<T>(T result, Optional<Instant> answeredAt) {

    /** The JSON around every result; members that are absent are null. */
    public record Envelope(
            Boolean ok, JsonValue result, Integer errorCode, String description, ResponseParameters parameters) {}

    /**
     * What a client can do about an error.
     *
     * @param retryAfter seconds to wait
     * @param migrateToChatId the chat id of the supergroup that a group became
     * @see <a href="https://core.telegram.org/bots/api#responseparameters">ResponseParameters</a>
     */
    public record ResponseParameters(Long retryAfter, Long migrateToChatId) {

        static final ResponseParameters NONE = new ResponseParameters(null, null);
    }

    /** A proxy in between says it before Telegram could. */
    private static final int TOO_LARGE = 413;

    /**
     * Reads an answer.
     *
     * @param status the HTTP status
     * @param type of the result
     * @throws BotApiException if the call did not succeed, or nobody knows whether it did
     */
    public static <T> BotApiResponse<T> read(int status, String body, Type type, Optional<Instant> answeredAt) {
        Envelope answer = envelope(status, body);
        if (!answer.ok()) {
            throw failure(status, answer);
        }
        try {
            return new BotApiResponse<>(BotApiJson.read(answer.result(), type), answeredAt);
        } catch (JsonbException otherShape) {
            throw new BotApiException.OutcomeUnknown("ok with another result than expected");
        }
    }

    /** What is not the Bot API's JSON comes from a proxy in between (nginx sends 502 as HTML), so the effect is unknown. */
    private static Envelope envelope(int status, String body) {
        try {
            Envelope answer = BotApiJson.read(body, Envelope.class);
            if (answer != null && answer.ok() != null) {
                return answer;
            }
        } catch (JsonbException notJson) {
            // The status below says more than the parser.
        }
        if (status == TOO_LARGE) {
            throw new BotApiException.Refused("Request Entity Too Large");
        }
        throw new BotApiException.OutcomeUnknown("HTTP " + status + " without a Bot API answer");
    }

    private static BotApiException failure(int status, Envelope answer) {
        int code = answer.errorCode() == null ? status : answer.errorCode();
        String description = answer.description() == null ? "HTTP " + status : answer.description();
        ResponseParameters parameters = answer.parameters() == null ? ResponseParameters.NONE : answer.parameters();
        return switch (TelegramErrorTable.meaning(code, parameters, description)) {
            case MESSAGE_REFUSED -> new BotApiException.Refused(description);
            case CHAT_CLOSED, PERSON_BLOCKED -> new BotApiException.ChatUnreachable(description);
            case TOKEN_REFUSED -> new BotApiException.TokenRefused(description);
            case WAIT -> {
                Duration wait = TelegramErrorTable.wait(parameters, description);
                yield new BotApiException.TooManyRequests(description, wait);
            }
            case CHAT_MOVED -> new BotApiException.ChatMoved(description, parameters.migrateToChatId());
            case OUTCOME_UNKNOWN -> new BotApiException.OutcomeUnknown(description);
            case UNLISTED -> new BotApiException.Unlisted(description);
        };
    }
}
