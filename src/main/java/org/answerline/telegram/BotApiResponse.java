package org.answerline.telegram;

import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import org.answerline.platform.text.JsonReaders;

/**
 * An answer of the Bot API; what a refusal means stands in {@link TelegramErrorTable}.
 *
 * @see <a href="https://core.telegram.org/bots/api#responseparameters">ResponseParameters</a>
 */
record BotApiResponse(int status, String body) {

    /** A proxy in between says it before Telegram could. */
    private static final int TOO_LARGE = 413;

    /** The result of a call that succeeded. */
    JsonObject result() {
        return value() instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
    }

    /** The results of a call that has several, such as the messages of an album. */
    List<JsonObject> results() {
        return value() instanceof JsonArray array ? array.getValuesAs(JsonObject.class) : List.of(result());
    }

    private JsonValue value() {
        JsonObject answer = json();
        if (answer.getBoolean("ok", false)) {
            return answer.getOrDefault("result", JsonValue.NULL);
        }
        throw failure(answer);
    }

    /** What is not JSON comes from a proxy in between (nginx sends 502 as HTML), so the effect is unknown. */
    private JsonObject json() {
        try (JsonReader reader = JsonReaders.createReader(new StringReader(body == null ? "" : body))) {
            JsonObject answer = reader.readObject();
            if (answer.containsKey("ok")) {
                return answer;
            }
        } catch (JsonException | IllegalStateException notJson) {
            // told below, with the status
        }
        if (status == TOO_LARGE) {
            throw new BotApiException.Refused("Request Entity Too Large");
        }
        throw new BotApiException.OutcomeUnknown("HTTP " + status + " without a Bot API answer");
    }

    private BotApiException failure(JsonObject answer) {
        int code = answer.getInt("error_code", status);
        String description = answer.getString("description", "HTTP " + status);
        JsonObject parameters =
                answer.get("parameters") instanceof JsonObject given ? given : JsonValue.EMPTY_JSON_OBJECT;
        return switch (TelegramErrorTable.meaning(code, parameters, description)) {
            case MESSAGE_REFUSED -> new BotApiException.Refused(description);
            case CHAT_CLOSED, PERSON_BLOCKED -> new BotApiException.ChatUnreachable(description);
            case TOKEN_REFUSED -> new BotApiException.TokenRefused(description);
            case WAIT ->
                new BotApiException.TooManyRequests(description, TelegramErrorTable.wait(parameters, description));
            case CHAT_MOVED ->
                new BotApiException.ChatMoved(
                        description, TelegramErrorTable.newChatId(parameters).orElseThrow());
            case OUTCOME_UNKNOWN -> new BotApiException.OutcomeUnknown(description);
            case UNLISTED -> new BotApiException.Unlisted(description);
        };
    }
}
