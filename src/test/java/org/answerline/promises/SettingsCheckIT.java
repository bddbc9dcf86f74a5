package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.answerline.sandbox.LocalDatabase;
import org.answerline.sandbox.ServerProcess;
import org.answerline.sandbox.ServerSetup;
import org.junit.jupiter.api.Test;

/** Settings that cannot work are named one by one when the server starts, and the process ends. */
class SettingsCheckIT {

    @Test
    void wrongValuesAreNamedTogether() {
        assertRefused(
                Map.of(
                        "TELEGRAM_SUPPORT_BOT_TOKEN", "123:not a token",
                        "TELEGRAM_ADMIN_CHAT_ID", "Olga",
                        "TELEGRAM_PACE_TOTAL", "fast",
                        "TELEGRAM_API_URL", "api.telegram.org",
                        "SUPPORT_SIGN_UP", "maybe"),
                "not a token");
    }

    @Test
    void missingOnesAreNamedTogether() {
        assertRefused(Map.of("TELEGRAM_SUPPORT_BOT_TOKEN", "", "TELEGRAM_ADMIN_CHAT_ID", ""), "no secret");
    }

    private static void assertRefused(Map<String, String> bad, String secret) {
        try (var database = LocalDatabase.temporary();
                var server = ServerProcess.start(setup(database, bad), line -> {})) {
            var refusal = assertThrows(IllegalStateException.class, () -> server.awaitReady(Duration.ofMinutes(3)));
            assertTrue(refusal.getMessage().startsWith("The server ended"), refusal.getMessage());
            var log = server.log();
            assertNamedFirst(bad.keySet(), log);
            assertFalse(log.contains("\tat "), log);
            assertFalse(log.contains(secret), log);
        }
    }

    /** One line each, before the one that says that the process ends. */
    private static void assertNamedFirst(Set<String> names, String log) {
        var errors = log.lines()
                .filter(line -> line.matches(".*\\s(SEVERE|ERROR|E)\\s.*"))
                .toList();
        for (var name : names) {
            assertEquals(
                    1,
                    errors.subList(0, names.size()).stream()
                            .filter(line -> line.contains(" " + name + " "))
                            .count(),
                    name + " in " + errors);
        }
    }

    private static ServerSetup setup(LocalDatabase database, Map<String, String> bad) {
        var all = new LinkedHashMap<>(System.getenv());
        all.keySet().removeIf(name -> name.matches("(TELEGRAM|DATABASE|SUPPORT)_.*|HTTP_PORT"));
        all.put("DATABASE_URL", database.url());
        all.put("DATABASE_USER", database.user());
        all.put("DATABASE_PASSWORD", database.password());
        all.putAll(bad);
        all.values().removeIf(String::isEmpty);
        var work = Path.of(System.getProperty("answerline.server")).resolveSibling("desks");
        return ServerSetup.ofThisBuild(work.resolve("refused-" + bad.size()), 0, all);
    }
}
