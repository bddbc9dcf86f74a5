package org.answerline.site;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** The words of every page, read once; a file {@code texts_xx.properties} beside the others is a language more. */
@ApplicationScoped
public class Texts {
    private static final String FALLBACK = "en";

    private final Map<String, Properties> byLanguage = new HashMap<>();

    /** Reads every language there is. */
    public Texts() {
        for (String language : Locale.getISOLanguages()) {
            var file = Texts.class.getResource("/texts_" + language + ".properties");
            if (file != null) {
                byLanguage.put(language, read(language));
            }
        }
    }

    /** True when the pages are written in this language. */
    public boolean speaks(String language) {
        return byLanguage.containsKey(language);
    }

    /** The text of a key in the reader's language, its arguments filled in by {@link MessageFormat}. */
    public String text(Locale reader, String key, Object... args) {
        String pattern = find(reader, key);
        if (pattern == null) {
            throw new IllegalArgumentException("No text for " + key);
        }
        return new MessageFormat(pattern, reader).format(args);
    }

    /** The text of the plural form that the number takes, from the keys {@code key.one}, {@code .few} and {@code .many}. */
    public String count(Locale reader, String key, long number) {
        return text(reader, key + "." + Plural.of(reader.getLanguage(), number), number);
    }

    /** The languages the pages are written in. */
    public List<String> languages() {
        return byLanguage.keySet().stream().sorted().toList();
    }

    private String find(Locale reader, String key) {
        String own = byLanguage.getOrDefault(reader.getLanguage(), new Properties()).getProperty(key);
        return own != null ? own : byLanguage.get(FALLBACK).getProperty(key);
    }

    private static Properties read(String language) {
        var texts = new Properties();
        try (var file = Texts.class.getResourceAsStream("/texts_" + language + ".properties");
                var reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
