package org.answerline.site.api;

import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import org.answerline.site.validation.FieldProblem;

/**
 * Which messages a client shows.
 *
 * @param through the id of the newest of them
 */
public record SeenBody(JsonValue through) {

    /** What is wrong. */
    List<FieldProblem> problems() {
        boolean isId = through instanceof JsonNumber number
                && number.isIntegral()
                && number.bigDecimalValue().signum() > 0
                && number.bigDecimalValue().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
        return isId ? List.of() : List.of(new FieldProblem("through", "This must be the id of a message"));
    }

    /** The id, if nothing is wrong. */
    long id() {
        return ((JsonNumber) through).longValueExact();
    }
}
