package org.answerline.platform.text;

import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The texts in one language: those of the product from {@code texts_<language>.properties}, where a file more is a language more, and in their
 * place those that the owner has ({@link #install}).
 */
public final class Texts {

    private static final String FALLBACK = "en";

    /** Every language of the product, the fallback first. */
    public static final List<String> LANGUAGES = Stream.concat(
                    Stream.of(FALLBACK), Stream.of(Locale.getISOLanguages()).filter(Texts::hasFile))
            .distinct()
            .toList();

    private static final Map<String, Texts> OF_PRODUCT = LANGUAGES.stream()
            .collect(Collectors.toUnmodifiableMap(language -> language, language -> new Texts(language, Map.of())));

    private static volatile Map<String, Texts> all = OF_PRODUCT;

    private final Locale locale;
    private final Map<String, String> patterns;

    private Texts(String language, Map<String, String> own) {
        locale = Locale.forLanguageTag(language);
        var texts = new HashMap<>(file(LANGUAGES.contains(language) ? language : FALLBACK));
        texts.putAll(own);
        patterns = Map.copyOf(texts);
    }

    private static Map<String, String> file(String language) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "texts",
                Locale.forLanguageTag(language),
                Texts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return bundle.keySet().stream().collect(Collectors.toMap(key -> key, bundle::getString));
    }

    /** Uses the owner's texts from now on; called once, before anything reads a text. A language that the product does not have is English elsewhere. */
    public static void install(OwnTexts own) {
        var texts = new HashMap<>(OF_PRODUCT);
        own.texts().forEach((language, ofLanguage) -> texts.put(language, new Texts(language, ofLanguage)));
        all = Map.copyOf(texts);
    }

    /** The English texts of the product. */
    static Texts ofProduct() {
        return OF_PRODUCT.get(FALLBACK);
    }

    /** The texts in this language, or in the default language if there are none. */
    public static Texts in(String language) {
        return all.get(spoken(language).orElse(FALLBACK));
    }

    /** The same for a locale. */
    public static Texts in(Locale reader) {
        Map<String, Texts> texts = all;
        return texts.getOrDefault(reader.getLanguage(), texts.get(FALLBACK));
    }

    /** The supported language of an IETF tag such as "ru-RU" (Telegram's language_code, Accept-Language), if there is one. */
    public static Optional<String> spoken(String languageTag) {
        if (languageTag == null || languageTag.isBlank()) {
            return Optional.empty();
        }
        String language =
                Locale.forLanguageTag(languageTag.strip().replace('_', '-')).getLanguage();
        return all.containsKey(language) ? Optional.of(language) : Optional.empty();
    }

    /** The locale for numbers and dates in this language. */
    public Locale locale() {
        return locale;
    }

    /** The text under a key, its {@code {0}} places filled in the manner of {@link MessageFormat}. */
    public String get(String key, Object... arguments) {
        String text = pattern(key);
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
                .filter(rule -> Long.toString(number).matches(pattern("plural." + rule)))
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
        patterns.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .forEach(key ->
                        texts.put(key.substring(prefix.length()), pattern(key).replace("''", "'")));
        return texts;
    }

    /** Whether there is a text under this key. */
    public boolean has(String key) {
        return patterns.containsKey(key);
    }

    /**
     * The text under a key as it is written in its file.
     *
     * @throws MissingResourceException if there is none
     */
    String pattern(String key) {
        String text = patterns.get(key);
        if (text == null) {
            throw new MissingResourceException("There is no text " + key, Texts.class.getName(), key);
        }
        return text;
    }

    Set<String> keys() {
        return patterns.keySet();
    }
}
