package org.answerline.site.form;

import java.net.URLEncoder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.answerline.platform.web.PercentEncoding;

/**
 * The fields of a form or a query as they are written on the wire.
 *
 * @see <a href="https://url.spec.whatwg.org/#urlencoded-parsing">application/x-www-form-urlencoded parsing</a>
 */
final class FormFields {
    /** A form of ours has a dozen. */
    static final int MOST = 500;

    /** Far longer than any name of ours, in characters. */
    static final int LONGEST_NAME = 200;

    /** The field in which a form says how it is encoded: https://html.spec.whatwg.org/#attr-fe-name-charset. */
    static final String CHARSET = "_charset_";

    private FormFields() {}

    /**
     * All values of each field, in their order; none when there is nothing to read.
     *
     * @param named the charset that the sender names, or else UTF-8; a field {@code _charset_} of the form comes before it
     * @throws FormRefusedException 400 if the bytes are no text in that charset, 413 if there are too many fields or too long names
     */
    static Map<String, List<String>> parse(String text, Charset named) {
        return text == null ? Map.of() : parse(text, named, FormFields::decode);
    }

    /**
     * The same of a form that may be cut off at any place: a character of which a part is missing is left out.
     *
     * @throws FormRefusedException 413 if there are too many fields or too long names
     */
    static Map<String, List<String>> parseCut(String text, Charset named) {
        return parse(text, named, PercentEncoding::decodeCut);
    }

    private static Map<String, List<String>> parse(
            String text, Charset named, BiFunction<String, Charset, String> decoder) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        List<String[]> pairs = pairs(text);
        Charset charset = charset(pairs, named);
        for (String[] pair : pairs) {
            String name = decoder.apply(pair[0], charset);
            refuseIf(name.length() > LONGEST_NAME);
            fields.computeIfAbsent(name, first -> new ArrayList<>(1)).add(decoder.apply(pair[1], charset));
        }
        return fields;
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

    /** The fields in UTF-8, so that every later reader reads the same. */
    static String write(Map<String, List<String>> fields) {
        return fields.entrySet().stream()
                .flatMap(field -> field.getValue().stream().map(value -> encode(field.getKey()) + "=" + encode(value)))
                .collect(Collectors.joining("&"));
    }

    /** A charset by its name; UTF-8 for none. */
    static Charset charset(String name) {
        if (name == null || name.isBlank()) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(name.strip());
        } catch (IllegalArgumentException unknown) {
            throw FormRefusedException.malformed("The form is in a charset that is not known here", unknown);
        }
    }

    private static List<String[]> pairs(String text) {
        List<String[]> pairs = new ArrayList<>();
        int from = 0;
        while (from <= text.length()) {
            int end = text.indexOf('&', from);
            end = end < 0 ? text.length() : end;
            int equals = text.indexOf('=', from);
            if (equals >= 0 && equals < end) {
                pairs.add(new String[] {text.substring(from, equals), text.substring(equals + 1, end)});
                refuseIf(pairs.size() > MOST);
            }
            from = end + 1;
        }
        return pairs;
    }

    private static Charset charset(List<String[]> pairs, Charset named) {
        return pairs.stream()
                .filter(pair -> pair[0].equals(CHARSET))
                .findFirst()
                .map(pair -> charset(decode(pair[1], StandardCharsets.US_ASCII)))
                .orElse(named);
    }

    private static void refuseIf(boolean tooLarge) {
        if (tooLarge) {
            throw FormRefusedException.tooLarge("The form");
        }
    }

    // NUL is removed: it cannot be typed, and PostgreSQL cannot store it.
    private static String decode(String encoded, Charset charset) {
        try {
            return PercentEncoding.decode(encoded, charset).replace("\0", "");
        } catch (CharacterCodingException other) {
            throw FormRefusedException.malformed("The form is not in the charset it should be in", other);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
