package org.answerline.operations.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.answerline.platform.text.Texts;
import org.junit.jupiter.api.Test;

/** Every finding has its words, and every fault says what to do, in every language; and no words are left without a finding. */
class FindingWordsTest {

    private static final Pattern FINDING = Pattern.compile("Finding\\.(ok|warning|failed)\\(\\s*\"([a-z_.]+)\"");
    private static final Pattern KEY = Pattern.compile("\"([a-z]+\\.[a-z_]+)\"");

    @Test
    void everyFindingHasATextInEveryLanguage() throws IOException {
        List<MatchResult> findings = FINDING.matcher(code()).results().toList();
        assertFalse(findings.isEmpty());
        var missing = new TreeSet<String>();
        for (String language : Texts.LANGUAGES) {
            Texts texts = Texts.in(language);
            for (MatchResult finding : findings) {
                String key = "doctor." + finding.group(2);
                boolean said = texts.has(key) && (finding.group(1).equals("ok") || texts.has(key + ".do"));
                if (!said) {
                    missing.add(language + " " + key);
                }
            }
        }
        assertEquals(new TreeSet<>(), missing);
    }

    @Test
    void noTextIsLeftWithoutAFinding() throws IOException {
        var named = new TreeSet<String>();
        KEY.matcher(code()).results().forEach(key -> named.add("doctor." + key.group(1)));
        var texts = new java.util.Properties();
        try (var file = Files.newBufferedReader(Path.of("src/main/resources/texts_en.properties"))) {
            texts.load(file);
        }
        var left = new TreeSet<>(texts.stringPropertyNames());
        left.removeIf(key -> !key.startsWith("doctor.") || key.equals("doctor.test_message"));
        left.removeIf(key -> named.contains(key.replaceFirst("\\.do$", "")));
        assertEquals(new TreeSet<>(), left);
    }

    private static String code() throws IOException {
        try (var files = Files.list(Path.of("src/main/java/org/answerline/operations/doctor"))) {
            var all = new StringBuilder();
            for (Path file : files.toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        }
    }
}
