package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
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

    @Test
    void migratesAndClearsBindings() {
        assertTrue(run("migrate").words().matches("Migrations applied: [1-9][0-9]*"));
        assertEquals(new CommandLine.Outcome(0, "Migrations applied: 0"), run("migrate"));
        for (int i = 0; i < 2; i++) {
            database.sql(
                    "insert into users (email, full_name, created_at) values (?, 'Ann', now()) returning id",
                    i + "@example.com");
        }
        database.sql("insert into user_telegram_links (user_id) select id from users returning user_id");
        assertEquals(
                new CommandLine.Outcome(0, "Telegram links that would be deleted: 2"),
                run("clear-telegram-support-bindings", "--dry-run"));
        assertEquals(new CommandLine.Outcome(1, "Nothing was deleted."), run("clear-telegram-support-bindings"));
        assertEquals(
                new CommandLine.Outcome(0, "Telegram links deleted: 2"),
                run("clear-telegram-support-bindings", "--yes"));
        assertEquals(0, database.sql("select 1 from user_telegram_links").size());
    }

    @Test
    void refusesADatabaseOfANewerVersion() {
        try (var newer = LocalDatabase.temporary()) {
            var commands = new CommandLine(Map.of(
                    "DATABASE_URL", newer.url(),
                    "DATABASE_USER", newer.user(),
                    "DATABASE_PASSWORD", newer.password()));
            assertEquals(0, commands.run("migrate").exit());
            newer.sql("insert into flyway_schema_history (installed_rank, version, description, type, script, checksum,"
                    + " installed_by, execution_time, success) values (99, '999', 'later', 'SQL', 'V999__later.sql', 1, 'x', 1,"
                    + " true) returning version");
            var outcome = commands.run("migrate");
            assertEquals(1, outcome.exit());
            assertEquals(1, outcome.words().lines().count(), outcome.words());
            assertTrue(outcome.words().contains("schema 999 of a newer Answerline"), outcome.words());
        }
    }

    @Test
    void anUnknownCommandIsExplained() {
        var outcome = run("clear-everything");
        assertEquals(2, outcome.exit());
        assertTrue(outcome.words().contains("clear-telegram-support-bindings"), outcome.words());
    }

    private static CommandLine.Outcome run(String... arguments) {
        return new CommandLine(Map.of(
                        "DATABASE_URL", database.url(),
                        "DATABASE_USER", database.user(),
                        "DATABASE_PASSWORD", database.password()))
                .run(arguments);
    }
}
