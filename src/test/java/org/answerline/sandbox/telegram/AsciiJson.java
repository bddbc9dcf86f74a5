package org.answerline.sandbox.telegram;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Optional;

/** JSON as Telegram emits it: pure ASCII, everything else as escapes, emoji as surrogate pairs. */
final class AsciiJson {
    private AsciiJson() {}

    static String write(JsonValue value) {
        String json = value.toString();
        StringBuilder out = new StringBuilder(json.length() + 16);
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c < 0x7f) {
                out.append(c);
            } else {
                out.append("\\u").append(Character.forDigit(c >> 12, 16));
                out.append(Character.forDigit(c >> 8 & 15, 16));
                out.append(Character.forDigit(c >> 4 & 15, 16)).append(Character.forDigit(c & 15, 16));
            }
        }
        return out.toString();
    }

    static Optional<JsonValue> read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return Optional.of(reader.readValue());
        } catch (JsonException malformed) {
            return Optional.empty();
        }
    }

    static Optional<JsonObject> readObject(String text) {
        return read(text).filter(JsonObject.class::isInstance).map(JsonValue::asJsonObject);
    }
}
