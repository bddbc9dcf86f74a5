package org.answerline.telegram;

import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.answerline.platform.Json;

/**
 * An answer of the Bot API, read by its error_code and parameters first and by its words only where nothing else tells.
 *
 * @see <a href="https://core.telegram.org/bots/api#responseparameters">ResponseParameters</a>
 */
record BotAnswer(int status, String body) {

    /** A proxy in between says it before Telegram could. */
    private static final int TOO_LARGE = 413;

    /** Said with 400 of a chat that takes nothing from the bot until somebody opens it to the bot. */
    private static final List<String> CLOSED = List.of(
            "chat not found",
            "not enough rights to send text messages",
            "have no rights to send a message",
            "chat_write_forbidden");

    private static final Duration UNTOLD_WAIT = Duration.ofSeconds(5);

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
        try (JsonReader reader = Json.createReader(new StringReader(body == null ? "" : body))) {
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
        if (code == 429) {
            int seconds = parameters.getInt("retry_after", (int) UNTOLD_WAIT.toSeconds());
            return new BotApiException.TooManyRequests(description, Duration.ofSeconds(Math.max(1, seconds)));
        }
        if (parameters.containsKey("migrate_to_chat_id")) {
            return new BotApiException.ChatMoved(
                    description, parameters.getJsonNumber("migrate_to_chat_id").longValue());
        }
        if (code == 401 || (code == 404 && !description.contains("method"))) {
            return new BotApiException.TokenRefused(description);
        }
        if (code == 403 || isClosed(description.toLowerCase(Locale.ROOT))) {
            return new BotApiException.ChatUnreachable(description);
        }
        if (code >= 400 && code < 500) {
            return new BotApiException.Refused(description);
        }
        return new BotApiException.OutcomeUnknown(description);
    }

    private static boolean isClosed(String description) {
        return CLOSED.stream().anyMatch(description::contains);
    }
}
