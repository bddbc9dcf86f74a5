package org.answerline.sandbox.telegram;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A text with its entities, as a method's text, parse_mode and entities parameters give it. */
record FormattedText(String text, List<TextEntity> entities) {
    private static final int MAX_RAW_BYTES = 1 << 15;
    private static final int MAX_CODE_POINTS = 4096;
    private static final int MAX_ENTITIES = 100;

    /** Reads what can be refused before the chat is known. */
    static FormattedText read(Parameters parameters) throws Refusal {
        String text = parameters.text("text");
        if (text.isEmpty()) {
            throw Refusal.badRequest("message text is empty");
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > MAX_RAW_BYTES) {
            throw Refusal.badRequest("text is too long");
        }
        return switch (parameters.text("parse_mode").strip().toLowerCase(Locale.ROOT)) {
            case "", "none" -> new FormattedText(text, GivenEntities.read(parameters.text("entities"), text.length()));
            case "html" -> new HtmlParser(text).parse();
            case "markdown", "markdownv2" -> throw Refusal.badRequest("can't parse entities: only HTML is known here");
            default -> throw Refusal.badRequest("unsupported parse_mode");
        };
    }

    static FormattedText plain(String text) {
        return TextCleaner.clean(new FormattedText(text, List.of()));
    }

    /** Cleans the text as Telegram does and refuses one that is empty or too long then. */
    FormattedText cleaned() throws Refusal {
        FormattedText clean = TextCleaner.clean(this);
        if (TextCleaner.isBlank(clean.text)) {
            throw Refusal.badRequest("text must be non-empty");
        }
        if (clean.text.codePointCount(0, clean.text.length()) > MAX_CODE_POINTS) {
            throw Refusal.badRequest("message is too long");
        }
        return clean;
    }

    JsonArray entitiesJson() {
        List<TextEntity> all = new ArrayList<>(entities);
        all.addAll(FoundEntities.in(this));
        all.sort(Comparator.comparingInt(TextEntity::offset).thenComparing(TextEntity::length, (a, b) -> b - a));
        JsonArrayBuilder json = Json.createArrayBuilder();
        all.stream().limit(MAX_ENTITIES).forEach(entity -> json.add(entity.json()));
        return json.build();
    }

    JsonObject json() {
        JsonArray marks = entitiesJson();
        return marks.isEmpty()
                ? Json.createObjectBuilder().add("text", text).build()
                : Json.createObjectBuilder()
                        .add("text", text)
                        .add("entities", marks)
                        .build();
    }
}
