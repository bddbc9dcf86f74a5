package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.answerline.sandbox.Await;
import org.answerline.sandbox.LocalDatabase;
import org.answerline.sandbox.Ports;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The start script, as a container runs it: what cannot work ends with one line a fault, and never as a server that looks alive. */
@Tag("payara-only")
@Order(1)
class StartupCheckIT {
    private static LocalDatabase database;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        database = LocalDatabase.temporary();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void eachWrongSettingIsOneLine() throws Exception {
        var lines = refused(Map.of(
                "TELEGRAM_SUPPORT_BOT_TOKEN", "123:not a token",
                "TELEGRAM_ADMIN_CHAT_ID", "Olga",
                "SUPPORT_FILE_MAX_MB", "21",
                "SUPPORT_ALARM_EMAIL", "the-owner@example.org",
                "DATABASE_URL", "mysql://here"));
        assertEquals(5, lines.size(), lines.toString());
        assertTrue(lines.get(0).startsWith("TELEGRAM_SUPPORT_BOT_TOKEN is not in the format"), lines.toString());
    }

    @Test
    void allSettingsThatAreMissingAreNamedInOneRound() throws Exception {
        var lines = refused(Map.of(
                "TELEGRAM_SUPPORT_BOT_TOKEN", "",
                "TELEGRAM_ADMIN_CHAT_ID", " ",
                "DATABASE_URL", "",
                "DATABASE_USER", "",
                "DATABASE_PASSWORD", ""));
        assertEquals(
                List.of(
                        "TELEGRAM_SUPPORT_BOT_TOKEN",
                        "TELEGRAM_ADMIN_CHAT_ID",
                        "DATABASE_URL",
                        "DATABASE_USER",
                        "DATABASE_PASSWORD"),
                lines.stream()
                        .map(line -> line.replaceFirst(" is not set.*", ""))
                        .toList());
    }

    @Test
    void aTokenWhoseNumberIsTooLargeIsNamed() throws Exception {
        var lines = refused(Map.of("TELEGRAM_SUPPORT_BOT_TOKEN", "99999999999999999999:AAbbCC"));
        assertEquals(1, lines.size(), lines.toString());
        assertTrue(lines.get(0).startsWith("TELEGRAM_SUPPORT_BOT_TOKEN is not in the format"), lines.toString());
    }

    @Test
    void aPortThatIsInUseIsOneLine() throws Exception {
        try (var other = new ServerSocket(0)) {
            var port = Integer.toString(other.getLocalPort());
            var lines = refused(Map.of("HTTP_PORT", port));
            assertEquals(1, lines.size(), lines.toString());
            assertTrue(lines.get(0).startsWith("The server cannot listen on port " + port + " ("), lines.toString());
        }
    }

    @Test
    void aDatabaseThatDoesNotComeIsOneLineAfterTheWait() throws Exception {
        var nowhere = "jdbc:postgresql://127.0.0.1:" + Ports.free() + "/desk";
        var lines = refused(Map.of("DATABASE_URL", nowhere, "SUPPORT_DATABASE_WAIT", "7"));
        assertTrue(lines.get(0).startsWith("Waiting for the database: "), lines.toString());
        assertTrue(lines.size() >= 2 && lines.size() <= 4, lines.toString());
        assertTrue(lines.get(lines.size() - 1).startsWith("The database does not respond"), lines.toString());
    }

    @Test
    void aNewerSchemaIsOneLine() throws Exception {
        try (var newer = LocalDatabase.temporary()) {
            var environment = environment(Map.of(
                    "DATABASE_URL", newer.url(), "DATABASE_USER", newer.user(), "DATABASE_PASSWORD", newer.password()));
            assertEquals(0, new CommandLine(environment).run("migrate").exit());
            newer.sql(
                    "insert into flyway_schema_history (installed_rank, version, description, type, script, installed_by,"
                            + " execution_time, success) values (999, '999', 'x', 'SQL', 'V999__x.sql', 'x', 1, true)");
            var lines = refused(environment);
            assertEquals(1, lines.size(), lines.toString());
            assertTrue(lines.get(0).contains("schema 999 of a newer Answerline"), lines.toString());
        }
    }

    @Test
    void anApplicationThatCannotStartEndsTheServerWithOneLine() throws Exception {
        database.sql("create role reader login");
        database.sql("create database bare");
        var log = folder.resolve("ended.log").toFile();
        var port = Ports.free();
        var process = run(
                Map.of(
                        "DATABASE_URL",
                        database.url().replaceFirst("[^/]+$", "bare"),
                        "DATABASE_USER",
                        "reader",
                        "HTTP_PORT",
                        Integer.toString(port),
                        "JAVA_TOOL_OPTIONS",
                        "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx512m -Djava.io.tmpdir=" + folder),
                log);
        assertTrue(process.waitFor(3, TimeUnit.MINUTES), "it does not end");
        assertEquals(1, process.exitValue());
        var errors = text(log).lines().filter(line -> line.contains(" SEVERE ")).toList();
        assertEquals(2, errors.size(), text(log));
        assertTrue(errors.get(0).contains("The database migrations failed: ERROR: permission denied"), text(log));
        assertFalse(text(log).contains("\tat "), text(log));
        assertFalse(answers(port));
    }

    /** The start script has found it, and it goes before the entities are taken in; a supervisor starts the process again. */
    @Test
    void aDatabaseThatGoesDuringTheStartEndsTheServer() throws Exception {
        try (var going = LocalDatabase.temporary()) {
            var log = folder.resolve("going.log").toFile();
            var port = Ports.free();
            var process = run(
                    Map.of(
                            "DATABASE_URL",
                            going.url(),
                            "HTTP_PORT",
                            Integer.toString(port),
                            "JAVA_TOOL_OPTIONS",
                            "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx512m -Djava.io.tmpdir=" + folder),
                    log);
            try {
                Await.until("the server", Duration.ofMinutes(2), () -> text(log).contains("Payara Micro"));
                going.kill();
                assertTrue(process.waitFor(5, TimeUnit.MINUTES), "it does not end: " + text(log));
                assertEquals(1, process.exitValue());
                assertTrue(text(log).contains("The database does not respond"), text(log));
                assertFalse(answers(port));
            } finally {
                process.destroy();
            }
        }
    }

    /** Payara logs that the deployment failed and goes on; nothing of the desk has run that could end it. */
    @Test
    void aDamagedApplicationEndsTheServerWithOneLine() throws Exception {
        var installation = Path.of(System.getProperty("answerline.server")).getParent();
        var home = Files.createDirectory(folder.resolve("damaged"));
        var others = List.of("server", "command-line", "answerline");
        for (var part : others) {
            Files.createSymbolicLink(home.resolve(part), installation.resolve(part));
        }
        var war = Files.readAllBytes(installation.resolve("answerline.war"));
        Files.write(home.resolve("answerline.war"), Arrays.copyOf(war, war.length / 2));
        var log = folder.resolve("damaged.log").toFile();
        var port = Ports.free();
        var process = run(
                Map.of(
                        "ANSWERLINE_HOME",
                        home.toString(),
                        "HTTP_PORT",
                        Integer.toString(port),
                        "JAVA_TOOL_OPTIONS",
                        "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx512m -Djava.io.tmpdir=" + folder),
                log);
        try {
            assertTrue(process.waitFor(3, TimeUnit.MINUTES), "it does not end");
            assertEquals(1, process.exitValue());
            var last = text(log).lines().reduce("", (line, next) -> next);
            assertTrue(last.startsWith("The server has started without Answerline"), text(log));
            assertFalse(answers(port));
        } finally {
            process.destroy();
            for (var part : others) {
                Files.delete(home.resolve(part));
            }
        }
    }

    @Test
    void aDatabaseThatComesLateIsWaitedFor() throws Exception {
        database.kill();
        var port = Ports.free();
        var log = folder.resolve("server.log").toFile();
        var process = run(
                Map.of(
                        "HTTP_PORT",
                        Integer.toString(port),
                        "JAVA_TOOL_OPTIONS",
                        "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx512m -Djava.io.tmpdir=" + folder),
                log);
        try {
            Await.until("the wait", () -> text(log).contains("Waiting for the database"));
            refuseThreeConnections();
            database.restart();
            Await.until("the desk", Duration.ofMinutes(3), () -> answers(port));
            assertTrue(process.isAlive());
        } finally {
            process.destroy();
            assertTrue(process.waitFor(1, TimeUnit.MINUTES), "it does not stop");
        }
    }

    /** In the place of the database that is away: returns when the wait has met it three times and gone on. */
    private static void refuseThreeConnections() throws IOException {
        int port = URI.create(database.url().substring("jdbc:".length())).getPort();
        try (var nobody = new ServerSocket(port)) {
            nobody.setSoTimeout((int) Await.PATIENCE.toMillis());
            for (int i = 0; i < 3; i++) {
                nobody.accept().close();
            }
        }
    }

    private List<String> refused(Map<String, String> settings) throws IOException, InterruptedException {
        var log = folder.resolve("refused.log").toFile();
        var process = run(settings, log);
        assertTrue(process.waitFor(2, TimeUnit.MINUTES), "it does not end");
        assertNotEquals(0, process.exitValue());
        assertFalse(text(log).contains("\tat "), text(log));
        assertFalse(text(log).contains("not a token"), text(log));
        return text(log)
                .lines()
                .filter(line -> !line.startsWith("Picked up"))
                .map(line -> line.replaceFirst("^answerline: ", ""))
                .toList();
    }

    private static Process run(Map<String, String> settings, File log, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("answerline.configuration"), "run").toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
        builder.environment().clear();
        builder.environment().putAll(environment(settings));
        return builder.start();
    }

    private static Map<String, String> environment(Map<String, String> settings) {
        var all = new LinkedHashMap<>(System.getenv());
        all.keySet().removeIf(name -> name.matches("(TELEGRAM|DATABASE|SUPPORT|SMTP|OIDC|OTEL)_.*|HTTP_PORT"));
        all.put(
                "ANSWERLINE_HOME",
                Path.of(System.getProperty("answerline.server")).getParent().toString());
        all.put("DATABASE_URL", database.url());
        all.put("DATABASE_USER", database.user());
        all.put("DATABASE_PASSWORD", database.password());
        all.put("HTTP_PORT", Integer.toString(Ports.free()));
        all.put("TELEGRAM_SUPPORT_BOT_TOKEN", "123456789:secret-of-nobody");
        all.put("TELEGRAM_ADMIN_CHAT_ID", "500");
        all.put("TELEGRAM_SUPPORT_WEBHOOK_SECRET", "a-secret");
        all.put("TELEGRAM_API_URL", "http://127.0.0.1:1");
        all.putAll(settings);
        return all;
    }

    private static boolean answers(int port) {
        try {
            return new Browser(URI.create("http://localhost:" + port))
                            .get("/support/")
                            .status()
                    == 200;
        } catch (RuntimeException nobodyListens) {
            return false;
        }
    }

    private static String text(File log) {
        try {
            return log.exists() ? Files.readString(log.toPath()) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
