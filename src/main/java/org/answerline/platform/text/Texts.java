package org.answerline.platform.text;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The texts of the product in one language, from {@code texts_<language>.properties}; a file more is a language more. */
public final class Texts {

    private static final String FALLBACK = "en";

    /** Every language that has a file, the fallback first. */
    public static final List<String> LANGUAGES = Stream.concat(
                    Stream.of(FALLBACK), Stream.of(Locale.getISOLanguages()).filter(Texts::hasFile))
            .distinct()
            .toList();

    private static final Map<String, Texts> ALL =
            LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(language -> language, Texts::new));

    private final Locale locale;
    private final ResourceBundle bundle;

    private Texts(String language) {
        locale = Locale.forLanguageTag(language);
        bundle = ResourceBundle.getBundle(
                "texts",
                locale,
                Texts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The texts in this language, or in the default language if there are none. */
    public static Texts in(String language) {
        return ALL.get(spoken(language).orElse(FALLBACK));
    }

    /** The same for a locale. */
    public static Texts in(Locale reader) {
        return ALL.getOrDefault(reader.getLanguage(), ALL.get(FALLBACK));
    }

    /** The supported language of an IETF tag such as "ru-RU" (Telegram's language_code, Accept-Language), if there is one. */
    public static Optional<String> spoken(String languageTag) {
        if (languageTag == null || languageTag.isBlank()) {
            return Optional.empty();
        }
        String language =
                Locale.forLanguageTag(languageTag.strip().replace('_', '-')).getLanguage();
        return LANGUAGES.contains(language) ? Optional.of(language) : Optional.empty();
    }

    /** The locale for numbers and dates in this language. */
    public Locale locale() {
        return locale;
    }

    /** The text under a key, its {@code {0}} places filled in the manner of {@link MessageFormat}. */
    public String get(String key, Object... arguments) {
        String text = bundle.getString(key);
        // A page says a hundred texts, and almost none of them needs a format, which is slow to make.
        return isPlain(text) ? text : new MessageFormat(text, locale).format(arguments);
    }

    private static boolean isPlain(String text) {
        return text.indexOf('{') < 0 && text.indexOf('\'') < 0;
    }

    /**
     * The text for a number, under the key with the form of the word that this number takes: one, few or many.
     *
     * <p>What takes one and what takes few is a regular expression in the language's own file; everything else takes many.
     *
     * @see <a href="https://cldr.unicode.org/index/cldr-spec/plural-rules">Plural rules</a>
     */
    public String counted(String keyWithDot, long number) {
        String form = Stream.of("one", "few")
                .filter(rule -> Long.toString(number).matches(bundle.getString("plural." + rule)))
                .findFirst()
                .orElse("many");
        return get(keyWithDot + form, number);
    }

    private static boolean hasFile(String language) {
        return Texts.class.getClassLoader().getResource("texts_" + language + ".properties") != null;
    }

    /** Every text whose key begins so, under the rest of its key; places such as {@code {0}} are left for the reader to fill. */
    public SortedMap<String, String> under(String prefix) {
        var texts = new TreeMap<String, String>();
        bundle.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .forEach(key -> texts.put(
                        key.substring(prefix.length()), bundle.getString(key).replace("''", "'")));
        return texts;
    }

    /** Whether there is a text under this key. */
    public boolean has(String key) {
        return bundle.containsKey(key);
    }
}
