package org.answerline.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every threat in docs/security.md names tests that are there. */
class ThreatsAreTestedTest {

    private static final Pattern NAME = Pattern.compile("(\\w+)\\.(\\w+)");

    @Test
    void byMethodsThatExist() throws IOException {
        var sources = sources();
        var rows = Files.readAllLines(Path.of("docs/security.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| threat"))
                .toList();
        assertFalse(rows.isEmpty());
        for (var row : rows) {
            var cells = row.split("\\|");
            assertEquals(4, cells.length, row);
            var names = Arrays.stream(cells[3].split(",")).map(String::strip).toList();
            names.forEach(name -> assertTrue(isThere(name, sources), name + ", named for:" + cells[1]));
        }
    }

    private static boolean isThere(String name, Map<String, String> sources) {
        var parts = NAME.matcher(name);
        return parts.matches()
                && sources.getOrDefault(parts.group(1), "").contains("\n    void " + parts.group(2) + "(");
    }

    private static Map<String, String> sources() throws IOException {
        try (var files = Files.walk(Path.of("src/test/java"))) {
            List<Path> all = files.filter(file -> file.toString().endsWith(".java")
                            && !file.getFileName().toString().equals("package-info.java"))
                    .toList();
            return all.stream()
                    .filter(file -> file.toString().matches(".*(Test|IT)\\.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            content(),
                            (one, other) -> one));
        }
    }

    private static Function<Path, String> content() {
        return file -> {
            try {
                return Files.readString(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
