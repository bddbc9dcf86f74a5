package org.answerline.telegram;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A JSON object of an update, read leniently: a member of an unexpected type is as good as absent.
 *
 * <p>JSON-B would refuse the whole update for it, and a record cannot list members that Telegram has not invented yet
 * (docs/decisions/0003-http-to-telegram.md).
 */
public record LenientJson(JsonObject json) {

    public boolean has(String name) {
        return json.containsKey(name);
    }

    public boolean isTrue(String name) {
        return json.get(name) == JsonValue.TRUE;
    }

    public Optional<String> text(String name) {
        return json.get(name) instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }

    public Optional<LenientJson> object(String name) {
        return json.get(name) instanceof JsonObject object ? Optional.of(new LenientJson(object)) : Optional.empty();
    }

    public List<LenientJson> objects(String name) {
        return json.get(name) instanceof JsonArray array
                ? array.stream()
                        .filter(JsonObject.class::isInstance)
                        .map(object -> new LenientJson((JsonObject) object))
                        .toList()
                : List.of();
    }

    public Optional<Long> number(String name) {
        return json.get(name) instanceof JsonNumber number ? whole(number.bigDecimalValue()) : Optional.empty();
    }

    /** The scale is checked first, because 1e999999999 as a whole number would fill the memory. */
    private static Optional<Long> whole(BigDecimal number) {
        if (Math.abs((long) number.scale()) > 20) {
            return Optional.empty();
        }
        try {
            return Optional.of(number.longValueExact());
        } catch (ArithmeticException notWhole) {
            return Optional.empty();
        }
    }
}
