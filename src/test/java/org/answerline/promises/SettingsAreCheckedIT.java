package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.answerline.sandbox.LocalDatabase;
import org.answerline.sandbox.ServerProcess;
import org.answerline.sandbox.ServerSetup;
import org.junit.jupiter.api.Test;

/** Settings that cannot work are named one by one when the server starts, and nothing is served as if all were well. */
class SettingsAreCheckedIT {

    private static final List<String> PAGES =
            List.of("/support/", "/account/sign-in/", "/api/feedback/threads/", "/telegram/support-webhook/");

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
            assertThrows(IllegalStateException.class, () -> server.awaitReady(Duration.ofMinutes(3)));
            var log = server.log();
            assertNamedFirst(bad.keySet(), log);
            assertFalse(log.contains("\tat org.answerline"), log);
            assertFalse(log.contains(secret), log);
            var browser = new Browser(server.url());
            for (var page : PAGES) {
                assertFalse(answers(browser, page), page);
            }
        }
    }

    /** One line each, before the server says in its own way, and with its own stack trace, that it has no application. */
    private static void assertNamedFirst(Set<String> names, String log) {
        var errors = log.lines().filter(line -> line.contains(" SEVERE ")).toList();
        for (var name : names) {
            assertEquals(
                    1,
                    errors.subList(0, names.size()).stream()
                            .filter(line -> line.contains(" " + name + " "))
                            .count(),
                    name + " in " + errors);
        }
    }

    /** Nobody listens, or the server says that it has no such page. */
    private static boolean answers(Browser browser, String page) {
        try {
            return browser.get(page).status() != 404;
        } catch (RuntimeException nobody) {
            return false;
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
