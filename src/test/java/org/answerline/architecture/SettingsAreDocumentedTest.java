package org.answerline.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The owner finds every setting of the code in the documents, and none that the code does not know. */
class SettingsAreDocumentedTest {

    private static final Pattern NAME = Pattern.compile("\\b(?:TELEGRAM|SUPPORT|DATABASE|OIDC|SMTP)_[A-Z_]+[A-Z]\\b");
    private static final Pattern READ = Pattern.compile("\"(" + NAME.pattern() + ")\"");
    private static final Pattern ROW = Pattern.compile("(?m)^\\|[^|]*\\|");

    @Test
    void inBothDirections() {
        Set<String> read = found(READ, javaOf(Path.of("src/main/java")));
        String rows = ROW.matcher(documents()).results().map(row -> row.group()).collect(Collectors.joining("\n"));
        Set<String> told = found(NAME, rows);
        // Named in the middle of another row, as its second spelling.
        told.add("TELEGRAM_WEBHOOK_SECRET");
        assertFalse(read.isEmpty());
        assertEquals(read, told);
    }

    private static String documents() {
        return Stream.of("docs/operating.md", "docs/sign-in.md")
                .map(Path::of)
                .map(SettingsAreDocumentedTest::content)
                .collect(Collectors.joining("\n"));
    }

    private static String javaOf(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            return all.stream().map(SettingsAreDocumentedTest::content).collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(result -> result.group(result.groupCount()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
