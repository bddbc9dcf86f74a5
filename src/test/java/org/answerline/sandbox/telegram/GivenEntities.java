package org.answerline.sandbox.telegram;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the {@code entities} parameter: clips what reaches past the end, drops what makes no sense. */
final class GivenEntities {
    private static final Set<String> KEPT = Set.of(
            "bold",
            "italic",
            "underline",
            "strikethrough",
            "spoiler",
            "blockquote",
            "expandable_blockquote",
            "code",
            "pre",
            "text_link",
            "custom_emoji");

    private GivenEntities() {}

    static List<TextEntity> read(String json, int textLength) throws Refusal {
        List<TextEntity> entities = new ArrayList<>();
        if (json.isEmpty()) {
            return entities;
        }
        JsonValue value =
                AsciiJson.read(json).orElseThrow(() -> Refusal.badRequest("can't parse entities JSON object"));
        if (value.getValueType() != JsonValue.ValueType.ARRAY) {
            throw Refusal.badRequest("expected an Array of MessageEntity");
        }
        for (JsonValue item : value.asJsonArray()) {
            if (!(item instanceof JsonObject entity)) {
                throw Refusal.badRequest("can't parse MessageEntity: expected an Object");
            }
            add(entity, textLength, entities);
        }
        return entities;
    }

    private static void add(JsonObject entity, int textLength, List<TextEntity> into) throws Refusal {
        if (!(entity.get("type") instanceof JsonString type)) {
            throw Refusal.badRequest("can't parse MessageEntity: Can't find field \"type\"");
        }
        int offset = number(entity, "offset");
        int end = (int) Math.min(textLength, (long) offset + number(entity, "length"));
        String argument = entity.getString(TextEntity.argumentName(type.getString()), "");
        boolean badLink = type.getString().equals("text_link") && !HtmlParser.isLink(argument);
        if (KEPT.contains(type.getString()) && offset >= 0 && end > offset && !badLink) {
            into.add(new TextEntity(type.getString(), offset, end - offset, argument));
        }
    }

    private static int number(JsonObject entity, String name) throws Refusal {
        if (!(entity.get(name) instanceof JsonNumber number)) {
            throw Refusal.badRequest("can't parse MessageEntity: Can't find field \"" + name + "\"");
        }
        return number.intValue();
    }
}
