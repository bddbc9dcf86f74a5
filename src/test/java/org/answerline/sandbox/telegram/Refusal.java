package org.answerline.sandbox.telegram;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** A call that the Bot API refuses, with the code and the text that the real one gives. */
final class Refusal extends Exception {
    private final int code;
    private final JsonObject parameters;

    private Refusal(int code, String description, JsonObject parameters) {
        super(description, null, false, false);
        this.code = code;
        this.parameters = parameters;
    }

    static Refusal badRequest(String reason) {
        return new Refusal(400, "Bad Request: " + reason, null);
    }

    static Refusal forbidden(String reason) {
        return new Refusal(403, "Forbidden: " + reason, null);
    }

    static Refusal of(int code, String description) {
        return new Refusal(code, description, null);
    }

    static Refusal tooManyRequests(int seconds) {
        JsonObject parameters =
                Json.createObjectBuilder().add("retry_after", seconds).build();
        return new Refusal(429, "Too Many Requests: retry after " + seconds, parameters);
    }

    static Refusal migrated(long chatId) {
        JsonObject parameters =
                Json.createObjectBuilder().add("migrate_to_chat_id", chatId).build();
        return new Refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", parameters);
    }

    int code() {
        return code;
    }

    Answer answer() {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("ok", false)
                .add("error_code", code)
                .add("description", getMessage());
        if (parameters != null) {
            json.add("parameters", parameters);
        }
        int wait = parameters == null ? 0 : parameters.getInt("retry_after", 0);
        return Answer.json(code, json.build(), getMessage()).retryAfter(wait);
    }
}
