package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.answerline.sandbox.LocalDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The owner's commands, run as the owner runs them, on a database of their own. */
class CommandLineIT {

    private static LocalDatabase database;

    @BeforeAll
    static void start() {
        database = LocalDatabase.temporary();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    private record Outcome(int exit, String words) {}

    @Test
    void migratesAndClearsBindings() throws Exception {
        assertTrue(run("migrate").words().matches("Migrations applied: [1-9][0-9]*"));
        assertEquals(new Outcome(0, "Migrations applied: 0"), run("migrate"));
        for (int i = 0; i < 2; i++) {
            database.sql(
                    "insert into users (email, full_name, created_at) values (?, 'Ann', now()) returning id",
                    i + "@example.com");
        }
        database.sql("insert into user_telegram_links (user_id) select id from users returning user_id");
        assertEquals(
                new Outcome(0, "Bindings that would be deleted: 2"),
                run("clear-telegram-support-bindings", "--dry-run"));
        assertEquals(new Outcome(1, "Nothing was deleted."), run("clear-telegram-support-bindings"));
        assertEquals(new Outcome(0, "Bindings deleted: 2"), run("clear-telegram-support-bindings", "--yes"));
        assertEquals(0, database.sql("select 1 from user_telegram_links").size());
    }

    @Test
    void whatIsNotUnderstoodIsSaidInWords() throws Exception {
        var outcome = run("clear-everything");
        assertEquals(2, outcome.exit());
        assertTrue(outcome.words().contains("clear-telegram-support-bindings"), outcome.words());
    }

    private static Outcome run(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.util.logging.config.file=none",
                "-jar",
                System.getProperty("answerline.commandline")));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.PIPE);
        builder.environment().put("DATABASE_URL", database.url());
        builder.environment().put("DATABASE_USER", database.user());
        builder.environment().put("DATABASE_PASSWORD", database.password());
        var process = builder.start();
        process.getOutputStream().close();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        var err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        int exit = process.waitFor();
        return new Outcome(exit, out.isEmpty() ? err : out);
    }
}
