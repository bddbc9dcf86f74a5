package org.answerline.site;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fields of a form or a query as they are written on the wire.
 *
 * @see <a href="https://url.spec.whatwg.org/#urlencoded-parsing">application/x-www-form-urlencoded parsing</a>
 */
final class FormFields {

    private FormFields() {}

    /** All values of each field, in their order; none when there is nothing to read. */
    static Map<String, List<String>> parse(String text) {
        return text == null
                ? Map.of()
                : Arrays.stream(text.split("&"))
                        .map(pair -> pair.split("=", 2))
                        .filter(pair -> pair.length == 2)
                        .collect(Collectors.groupingBy(
                                pair -> decode(pair[0]),
                                Collectors.mapping(pair -> decode(pair[1]), Collectors.toUnmodifiableList())));
    }

    /** The first value of each field. */
    static Map<String, String> first(Map<String, List<String>> fields) {
        return fields.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, field -> field.getValue().get(0)));
    }

    /** The values of two places, those of the first before the others. */
    static List<String> joined(List<String> before, List<String> after) {
        return Stream.concat(before.stream(), after.stream()).toList();
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
