package org.answerline.telegram.update;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Set;

/**
 * The text inside structured content: paragraphs of a rich message, the question and options of a poll, tasks of a checklist.
 *
 * @see <a href="https://core.telegram.org/bots/api#richmessage">RichMessage</a>
 */
final class NestedText {

    /** Members that contain text, directly or nested, in the order in which they are read. */
    private static final List<String> MEMBERS = List.of(
            "label",
            "title",
            "header",
            "summary",
            "question",
            "text",
            "caption",
            "credit",
            "expression",
            "blocks",
            "items",
            "rows",
            "cells",
            "options",
            "tasks",
            "footer");

    /** Members whose parts are on lines of their own; the parts of a rich text follow each other. */
    private static final Set<String> LINES = Set.of("blocks", "items", "rows", "cells", "options", "tasks");

    /** Deeper than any real content; protects from malicious JSON. */
    private static final int DEEPEST = 20;

    private final StringBuilder text = new StringBuilder();

    private NestedText() {}

    /** The text, in lines; empty if there is none. */
    static String of(JsonObject content) {
        NestedText nested = new NestedText();
        nested.object(content, 0);
        return nested.text.toString().strip();
    }

    private void object(JsonObject object, int depth) {
        for (String member : MEMBERS) {
            if (object.containsKey(member)) {
                newLineUnless(member.equals("text"));
                value(object.get(member), LINES.contains(member), depth + 1);
            }
        }
        address(object);
    }

    private void value(JsonValue value, boolean lines, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (value instanceof JsonString string) {
            text.append(string.getString());
        } else if (value instanceof JsonObject object) {
            object(object, depth);
        } else if (value instanceof JsonArray array) {
            for (JsonValue each : array) {
                newLineUnless(!lines);
                value(each, lines, depth + 1);
            }
        }
    }

    /** A link shows another text than its address, which must not be lost. */
    private void address(JsonObject object) {
        if (object.get("url") instanceof JsonString url
                && object.containsKey("text")
                && !text.toString().endsWith(url.getString())) {
            text.append(" (").append(url.getString()).append(')');
        }
    }

    private void newLineUnless(boolean sameLine) {
        if (!sameLine && !text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
    }
}
