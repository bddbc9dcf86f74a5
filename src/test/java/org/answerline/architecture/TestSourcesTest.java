package org.answerline.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A test waits for a condition or moves the clock, and runs always. */
class TestSourcesTest {

    private static final Path TESTS = Path.of("src/test/java/org/answerline");
    private static final Pattern SLEEP = Pattern.compile("\\b(?:sleep|parkNanos|parkUntil|onSpinWait)\\(");
    private static final Pattern PASS = Pattern.compile("\\bAwait\\.pass\\(");
    private static final Pattern SKIP = Pattern.compile("@Disabled\\b");

    @Test
    void onlyAwaitSleeps() throws IOException {
        assertEquals(Set.of("sandbox/Await.java"), filesWith(SLEEP));
    }

    /** Programs that last for a given time, and clients and servers that are slow because a test is about slow ones. */
    @Test
    void onlyPacedProgramsAndSlowPeersLetTimePass() throws IOException {
        assertEquals(
                Set.of(
                        "bench/Pauses.java",
                        "sandbox/chaos/Pause.java",
                        "promises/RawRequest.java",
                        "promises/ScriptedMailServer.java"),
                filesWith(PASS));
    }

    @Test
    void noTestIsSkipped() throws IOException {
        assertEquals(Set.of(), filesWith(SKIP));
    }

    private static Set<String> filesWith(Pattern pattern) throws IOException {
        try (Stream<Path> files = Files.walk(TESTS)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("TestSourcesTest.java"))
                    .filter(file -> pattern.matcher(content(file)).find())
                    .map(file -> TESTS.relativize(file).toString().replace('\\', '/'))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
