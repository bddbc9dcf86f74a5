package org.answerline.site.api;

import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.answerline.conversation.message.NewQuestion;
import org.answerline.platform.text.Texts;
import org.answerline.site.validation.FieldProblem;
import org.answerline.site.validation.InputValidator;

/**
 * A question as a program sends it. Its members have any type, because JSON-B would take a number for a string, and end at the first
 * member of a wrong type where all are to be named.
 *
 * @param subject a string, or null or missing
 * @param message a string
 * @param files an array of strings, or null or missing
 */
public record QuestionBody(JsonValue subject, JsonValue message, JsonValue files) {

    /** What is wrong; a member of the wrong type is named once, not again as missing. */
    List<FieldProblem> problems(InputValidator validator, Texts texts) {
        List<FieldProblem> wrongTypes = new ArrayList<>();
        if (!isMissing(subject) && !(subject instanceof JsonString)) {
            wrongTypes.add(new FieldProblem("subject", "This must be a string"));
        }
        if (!isMissing(message) && !(message instanceof JsonString)) {
            wrongTypes.add(new FieldProblem("message", "This must be a string"));
        }
        Stream<FieldProblem> values = validator.problems(question(), texts).stream()
                .filter(value ->
                        wrongTypes.stream().noneMatch(type -> type.field().equals(value.field())));
        if (!isMissing(files) && !isTexts(files)) {
            return Stream.concat(
                            Stream.concat(wrongTypes.stream(), values),
                            Stream.of(new FieldProblem("files", "This must be an array of strings")))
                    .toList();
        }
        return Stream.concat(wrongTypes.stream(), values).toList();
    }

    /** The question, cleaned; what is not a string counts as missing. */
    NewQuestion question() {
        List<String> ids = isTexts(files) ? files.asJsonArray().getValuesAs(JsonString::getString) : List.of();
        return NewQuestion.typed(text(subject), text(message)).with(ids);
    }

    private static boolean isMissing(JsonValue value) {
        return value == null || value == JsonValue.NULL;
    }

    private static boolean isTexts(JsonValue value) {
        return value instanceof JsonArray array && array.stream().allMatch(JsonString.class::isInstance);
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString text ? text.getString() : null;
    }
}
