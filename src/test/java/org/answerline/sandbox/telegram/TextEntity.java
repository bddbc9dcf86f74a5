package org.answerline.sandbox.telegram;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Set;

/**
 * A marked part of a text.
 *
 * @param offset in UTF-16 units, as is {@code length}
 * @param argument the URL of a text_link, the language of a pre, the id of a custom_emoji; else empty
 */
record TextEntity(String type, int offset, int length, String argument) {
    private static final Set<String> WITH_ARGUMENT = Set.of("text_link", "pre", "custom_emoji");

    int end() {
        return offset + length;
    }

    TextEntity at(int newOffset, int newEnd) {
        return new TextEntity(type, newOffset, newEnd - newOffset, argument);
    }

    JsonObject json() {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("offset", offset)
                .add("length", length)
                .add("type", type);
        if (!argument.isEmpty() && WITH_ARGUMENT.contains(type)) {
            json.add(argumentName(type), argument);
        }
        return json.build();
    }

    static String argumentName(String type) {
        return switch (type) {
            case "pre" -> "language";
            case "custom_emoji" -> "custom_emoji_id";
            default -> "url";
        };
    }
}
