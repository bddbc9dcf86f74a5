package org.answerline.telegram;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Set;

/**
 * The words inside of a structured content: paragraphs of a rich message, the question and the options of a poll, tasks of a checklist.
 *
 * @see <a href="https://core.telegram.org/bots/api#richmessage">RichMessage</a>
 */
final class NestedText {

    /** Members that hold words or what holds words, in the order in which they are read. */
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

    /** Members whose parts stand on lines of their own; the parts of a rich text follow each other. */
    private static final Set<String> LINES = Set.of("blocks", "items", "rows", "cells", "options", "tasks");

    /** Nobody writes deeper than this; a stranger's JSON may. */
    private static final int DEEPEST = 20;

    private final StringBuilder words = new StringBuilder();

    private NestedText() {}

    /** The words, a line each; empty when there are none. */
    static String of(JsonObject content) {
        NestedText nested = new NestedText();
        nested.object(content, 0);
        return nested.words.toString().strip();
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
            words.append(string.getString());
        } else if (value instanceof JsonObject object) {
            object(object, depth);
        } else if (value instanceof JsonArray array) {
            for (JsonValue each : array) {
                newLineUnless(!lines);
                value(each, lines, depth + 1);
            }
        }
    }

    /** A link shows other words than its address, which must not be lost. */
    private void address(JsonObject object) {
        if (object.get("url") instanceof JsonString url
                && object.containsKey("text")
                && !words.toString().endsWith(url.getString())) {
            words.append(" (").append(url.getString()).append(')');
        }
    }

    private void newLineUnless(boolean goesOn) {
        if (!goesOn && !words.isEmpty() && words.charAt(words.length() - 1) != '\n') {
            words.append('\n');
        }
    }
}
