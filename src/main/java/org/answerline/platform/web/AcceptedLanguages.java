package org.answerline.platform.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.answerline.platform.text.Texts;

/**
 * The languages of an Accept-Language header for which there are texts, in the order of preference.
 *
 * <p>Malformed values are read leniently: clients send {@code en_US}, weights of ten digits, and worse.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-accept-language">RFC 9110, Accept-Language</a>
 */
public final class AcceptedLanguages {

    private record Wanted(String language, double weight) {}

    private AcceptedLanguages() {}

    /** Reads all lines of the header together. */
    public static List<String> read(List<String> lines) {
        return lines.stream()
                .flatMap(line -> Stream.of(line.split(",")))
                .map(AcceptedLanguages::wanted)
                .flatMap(Optional::stream)
                .filter(wanted -> wanted.weight() > 0)
                .sorted(Comparator.comparingDouble(Wanted::weight).reversed())
                .map(Wanted::language)
                .distinct()
                .toList();
    }

    private static Optional<Wanted> wanted(String element) {
        String[] parts = element.split(";");
        return Texts.spoken(parts.length == 0 ? "" : parts[0]).map(language -> new Wanted(language, weight(parts)));
    }

    private static double weight(String... parts) {
        return Stream.of(parts)
                .skip(1)
                .map(String::strip)
                .filter(parameter -> parameter.matches("[qQ]\\s*=\\s*[0-9]{0,3}(\\.[0-9]{0,20})?"))
                .map(parameter -> "0" + parameter.replaceFirst("[qQ]\\s*=\\s*", ""))
                .map(Double::valueOf)
                .findFirst()
                .orElse(1.0);
    }
}
