package org.answerline.telegram;

import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyNamingStrategy;
import java.lang.reflect.Type;

/** The Bot API's JSON as records: {@code chat_id} is {@code chatId}, null is absent, unknown members are ignored. */
public final class BotApiJson {

    private static final Jsonb JSONB = JsonbBuilder.create(
            new JsonbConfig().withPropertyNamingStrategy(PropertyNamingStrategy.LOWER_CASE_WITH_UNDERSCORES));

    private BotApiJson() {}

    /**
     * Reads JSON text.
     *
     * @throws jakarta.json.bind.JsonbException if it is no JSON, or JSON of another type
     */
    public static <T> T read(String json, Type type) {
        return JSONB.fromJson(json, type);
    }

    /** Reads a value of a larger JSON; null if it is absent. */
    public static <T> T read(JsonValue value, Type type) {
        return value == null || value == JsonValue.NULL ? null : JSONB.fromJson(value.toString(), type);
    }

    public static String write(Object value) {
        return JSONB.toJson(value);
    }
}
