package org.answerline.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TryOutSettingsTest {

    @Test
    void theOperatorsChatIsOneOfThreeKinds() {
        assertEquals("private", new TryOutSettings(Map.of()).operators());
        assertEquals("forum", new TryOutSettings(Map.of("SANDBOX_OPERATORS", "forum")).operators());
        assertTrue(new TryOutSettings(Map.of("SANDBOX_OPERATORS", "channel"))
                .problems()
                .contains("SANDBOX_OPERATORS must be private, group or forum."));
    }

    @Test
    void anEmptyEnvironmentNeedsEverythingAndLacksNothing() {
        var settings = new TryOutSettings(Map.of("HTTP_PORT", " "));
        assertEquals(List.of(), settings.problems());
        assertEquals(8080, settings.ports().http());
        assertEquals(8081, settings.ports().sandbox());
        assertTrue(settings.ports().needsSandbox() && settings.needsDatabase());
    }

    @Test
    void portsMustBePortsAndDiffer() {
        assertEquals(
                List.of("HTTP_PORT must be a port number, 1 to 65535, not '65536'."),
                new TryOutSettings(Map.of("HTTP_PORT", "65536")).problems());
        assertEquals(
                List.of("HTTP_PORT and SANDBOX_PORT must differ, both are 9000."),
                new TryOutSettings(Map.of("HTTP_PORT", "9000", "SANDBOX_PORT", "9000")).problems());
    }

    @Test
    void aBotOfOnesOwnNeedsAnAdminChat() {
        var settings = new TryOutSettings(Map.of("TELEGRAM_SUPPORT_BOT_TOKEN", "123:abc"));
        assertFalse(settings.ports().needsSandbox());
        assertEquals(1, settings.problems().size());
        assertTrue(settings.problems().get(0).startsWith("TELEGRAM_ADMIN_CHAT_ID is not set"));
    }

    @Test
    void aDatabaseOfOnesOwnNeedsAUserAndAPassword() {
        var settings = new TryOutSettings(Map.of("DATABASE_URL", "jdbc:postgresql://localhost/desk"));
        assertFalse(settings.needsDatabase());
        assertEquals(2, settings.problems().size());
    }

    @Test
    void theSecretIsTheGivenOneOrIsKept(@TempDir Path folder) {
        var file = folder.resolve("secret");
        assertEquals("given", new TryOutSettings(Map.of("TELEGRAM_WEBHOOK_SECRET", "given")).secret(file));
        assertFalse(Files.exists(file));
        var kept = new TryOutSettings(Map.of()).secret(file);
        assertTrue(kept.matches("[A-Za-z0-9_-]{43}"));
        assertEquals(kept, new TryOutSettings(Map.of()).secret(file));
    }

    @Test
    void theOwnersPasswordIsTheGivenOneOrIsKept(@TempDir Path folder) {
        var file = folder.resolve("password");
        var given = new TryOutSettings(Map.of("SUPPORT_OWNER_PASSWORD", "given by the owner"));
        assertTrue(given.hasOwnerPassword());
        assertEquals("given by the owner", given.ownerPassword(file));
        var kept = new TryOutSettings(Map.of());
        assertFalse(kept.hasOwnerPassword());
        var password = kept.ownerPassword(file);
        assertEquals(password, new TryOutSettings(Map.of()).ownerPassword(file));
        assertEquals(password, kept.environment().get("SUPPORT_OWNER_PASSWORD"));
        assertEquals(List.of(), kept.problems());
    }
}
