package org.answerline.platform.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Format;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The owner's own texts: a folder with files {@code texts_LANGUAGE.properties} in UTF-8, each of which replaces single texts of a language or
 * adds a language.
 *
 * @param texts by language and key; what has a flaw is in it, too
 * @param flaws what is wrong
 */
public record OwnTexts(Map<String, Map<String, String>> texts, List<Flaw> flaws) {

    /**
     * What is wrong with a file.
     *
     * @param kind what kind of flaw it is
     * @param details the file's name, and for most kinds a key of a text and more
     */
    public record Flaw(Kind kind, List<String> details) {}

    /** The kinds of flaws. */
    public enum Kind {
        /** The name of the file names no language. */
        FILE,
        /** The file cannot be read, or is no properties file in UTF-8. */
        UNREADABLE,
        /** There is no text with this key. */
        KEY,
        /** The text has other placeholders than the one that it replaces. */
        PLACEHOLDERS,
        /**
         * The text is no pattern of {@link MessageFormat}, or one that cannot format the arguments of the text that it replaces; or a single
         * apostrophe hides a part of it; or {@code hours.pattern} is no pattern of {@link DateTimeFormatter}.
         */
        FORMAT,
        /** A new language lacks texts that users read. */
        MISSING
    }

    private static final Pattern FILE = Pattern.compile("texts_([a-z]{2,3})\\.properties");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");
    private static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!')'(?:'')*(?!')");
    /** A brace that stands for itself. */
    private static final Pattern QUOTED_BRACE = Pattern.compile("'[^'\\s]*[{}][^'\\s]*'");

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final String PLURAL = "plural.";
    private static final String TIME_PATTERN = "hours.pattern";
    private static final int NAMED_KEYS = 5;
    private static final int MOST_ARGUMENTS = 10;

    /** Numbers for each of which a text may have a choice of its own. */
    private static final List<Integer> NUMBERS = List.of(0, 1, 2, 5, 100);

    /** A time whose fields have as many digits as any. */
    private static final ZonedDateTime TIME = ZonedDateTime.of(2026, 12, 30, 23, 59, 59, 0, ZoneOffset.UTC);

    /** The texts that users read; what only operators and the owner read may stay English in a new language. */
    private static final Pattern FOR_USERS = Pattern.compile(
            "(?:account|answer|error|form|guest|hours|widget|plural|telegram\\.(?:answer|user))\\..*|page\\.(?!owner\\.).*");

    /**
     * Reads a folder.
     *
     * @throws IllegalArgumentException if it is no folder, or cannot be read
     */
    public static OwnTexts read(String folder) {
        var own = new OwnTexts(new TreeMap<>(), new ArrayList<>());
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            files.filter(file -> file.toString().endsWith(".properties"))
                    .sorted()
                    .forEach(own::readFile);
            return own;
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }

    private void readFile(Path path) {
        String file = path.getFileName().toString();
        Matcher name = FILE.matcher(file);
        if (!name.matches() || !LANGUAGES.contains(name.group(1))) {
            flaw(Kind.FILE, file);
            return;
        }
        var properties = new Properties();
        try (BufferedReader reader = Files.newBufferedReader(path)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException malformed) {
            flaw(Kind.UNREADABLE, file);
            return;
        }
        var found = new TreeMap<String, String>();
        properties.forEach((key, text) -> found.put(key.toString(), text.toString()));
        found.forEach((key, text) -> check(file, key, text));
        if (!Texts.LANGUAGES.contains(name.group(1))) {
            checkComplete(file, found.keySet());
        }
        texts.put(name.group(1), found);
    }

    private void check(String file, String key, String text) {
        Texts english = Texts.ofProduct();
        if (!english.has(key)) {
            flaw(Kind.KEY, file, key);
        } else if (!isFormat(key, text)) {
            flaw(Kind.FORMAT, file, key);
        } else if (!key.startsWith(PLURAL) && !places(text).equals(places(english.pattern(key)))) {
            flaw(Kind.PLACEHOLDERS, file, key, String.join(" ", places(english.pattern(key))));
        }
    }

    private void checkComplete(String file, Set<String> keys) {
        var missing = Texts.ofProduct().keys().stream()
                .filter(FOR_USERS.asMatchPredicate())
                .filter(key -> !keys.contains(key))
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            String first = missing.stream().limit(NAMED_KEYS).collect(Collectors.joining(", "));
            flaw(Kind.MISSING, file, Integer.toString(missing.size()), first);
        }
    }

    private static boolean isFormat(String key, String text) {
        try {
            if (key.startsWith(PLURAL)) {
                Pattern.compile(text);
                return true;
            }
            NUMBERS.forEach(number -> new MessageFormat(text).format(arguments(key, number)));
            if (key.equals(TIME_PATTERN)) {
                DateTimeFormatter.ofPattern(new MessageFormat(text).format(null))
                        .format(TIME);
            }
            String unquoted = QUOTED_BRACE.matcher(text).replaceAll("");
            return !text.isBlank() && !LONE_APOSTROPHE.matcher(unquoted).find();
        } catch (IllegalArgumentException | DateTimeException malformed) {
            return false;
        }
    }

    /** Arguments such as the product gives: numbers where the English text formats them as such, and text elsewhere. */
    private static Object[] arguments(String key, int number) {
        Object[] arguments = new Object[MOST_ARGUMENTS];
        Arrays.fill(arguments, "");
        Format[] formats =
                new MessageFormat(Texts.ofProduct().pattern(key), Locale.ENGLISH).getFormatsByArgumentIndex();
        for (int i = 0; i < formats.length; i++) {
            arguments[i] = formats[i] instanceof NumberFormat ? number : "";
        }
        return arguments;
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map((MatchResult place) -> "{" + place.group(1) + "}")
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void flaw(Kind kind, String... details) {
        flaws.add(new Flaw(kind, List.of(details)));
    }
}
