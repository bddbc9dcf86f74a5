package org.answerline.account.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of docs/identity.md do what they say: Node, Python and Java are run. */
class IdentityExamplesTest {
    private static final Path DOCUMENT = Path.of("docs/identity.md");
    private static final int MOST_LINES = 9;
    private static final String NAME = "Анна \"A\" Ким";

    @TempDir
    Path folder;

    @Test
    @EnabledIf("nodeIsHere")
    void node() throws Exception {
        var program = example("js")
                + "\nconsole.log(supportToken({ id: \"17\", email: \"ann@example.org\", name: process.argv[2] }));";
        check(run("node", Files.writeString(folder.resolve("site.js"), program)));
    }

    @Test
    @EnabledIf("pythonIsHere")
    void python() throws Exception {
        var program = example("python")
                + """

                import sys
                class User:
                    pk, email = 17, "ann@example.org"
                    def get_full_name(self): return sys.argv[1]
                print(support_token(User()))
                """;
        check(run("python3", Files.writeString(folder.resolve("site.py"), program)));
    }

    @Test
    void java() throws Exception {
        var program = "class Site {\n" + example("java")
                + """

                public static void main(String[] arguments) throws Exception {
                    System.out.println(supportToken("17", "ann@example.org", arguments[0],
                        text -> "\\"" + text.replace("\\\\", "\\\\\\\\").replace("\\"", "\\\\\\"") + "\\""));
                }
                }
                """;
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        check(run(java.toString(), Files.writeString(folder.resolve("Site.java"), program)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"js", "python", "java", "php", "ruby", "go"})
    void eachExampleIsShort(String language) throws IOException {
        assertTrue(example(language).lines().count() <= MOST_LINES, language);
    }

    private static void check(String token) {
        var result =
                new IdentityTokenVerifier(new SharedSecrets(List.of(SignedTokens.SECRET))).check(token, Instant.now());
        var claims = assertInstanceOf(TokenCheck.Accepted.class, result, result.toString())
                .claims();
        assertEquals("17", claims.subject());
        assertEquals(Optional.of("ann@example.org"), claims.email());
        assertEquals(NAME, claims.fullName());
        assertTrue(claims.tokenId().isPresent());
    }

    static boolean nodeIsHere() {
        return isHere("node");
    }

    static boolean pythonIsHere() {
        return isHere("python3");
    }

    /** What the program prints. */
    private String run(String interpreter, Path program) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(interpreter, program.toString(), NAME);
        builder.environment().put("SUPPORT_IDENTITY_SECRET", SignedTokens.SECRET);
        builder.environment().put("LC_ALL", "C.UTF-8");
        var output = folder.resolve("output.txt");
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        var process = builder.start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), interpreter);
        var printed = Files.readString(output, StandardCharsets.UTF_8).strip();
        assertEquals(0, process.exitValue(), printed);
        return printed;
    }

    /** CI must have it, so that nothing is left out there unseen. */
    private static boolean isHere(String interpreter) {
        boolean isHere = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, interpreter)));
        if (!isHere && "true".equals(System.getenv("CI"))) {
            throw new IllegalStateException("CI needs " + interpreter);
        }
        return isHere;
    }

    private static String example(String language) throws IOException {
        var block = Pattern.compile("(?s)```" + language + "\\n(.*?)```").matcher(Files.readString(DOCUMENT));
        assertTrue(block.find(), "no example in " + language);
        return block.group(1);
    }
}
