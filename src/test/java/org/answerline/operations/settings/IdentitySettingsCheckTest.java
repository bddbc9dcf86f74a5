package org.answerline.operations.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.answerline.platform.config.IdentitySettings;
import org.answerline.platform.config.Settings;
import org.answerline.platform.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentitySettingsCheckTest {
    private static final String SECRET = "hush-hush-0123456789-0123456789-ab";

    @Test
    void oneOfTheTwoIsEnough() {
        assertEquals(List.of(), problems(Map.of()));
        assertEquals(List.of(), problems(Map.of("SUPPORT_IDENTITY_SECRET", SECRET)));
        assertEquals(List.of(), problems(Map.of("SUPPORT_IDENTITY_JWKS", "https://shop.example.org/keys.json")));
        assertEquals(List.of(), problems(Map.of("SUPPORT_IDENTITY_JWKS", "http://localhost:8090/keys.json")));
        assertEquals(List.of(), problems(Map.of("SUPPORT_IDENTITY_JWKS", file().toString())));
        assertEquals(
                List.of(),
                problems(Map.of("SUPPORT_IDENTITY_JWKS", file().toUri().toString())));
    }

    @Test
    void bothTogetherAreNone() {
        var problems =
                problems(Map.of("SUPPORT_IDENTITY_SECRET", SECRET, "SUPPORT_IDENTITY_JWKS", "https://shop.example/k"));
        assertEquals(1, problems.size(), problems.toString());
        assertTrue(problems.get(0).contains("SUPPORT_IDENTITY_SECRET and SUPPORT_IDENTITY_JWKS"), problems.toString());
    }

    @Test
    void severalSecretsAreSeparatedByCommas() {
        var settings = new Settings(Map.of("SUPPORT_IDENTITY_SECRET", SECRET + " ,\n" + "é".repeat(16) + " ")::get);
        assertEquals(List.of(SECRET, "é".repeat(16)), settings.get(IdentitySettings.SECRETS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hush-hush",
                "hush-hush-0123456789-0123456789",
                "hush-hush-0123456789-0123456789-ab,short",
                "hush-hush-0123456789-0123456789-ab,",
                ",hush-hush-0123456789-0123456789-ab"
            })
    void aShortSecretIsRefusedAndNotRepeated(String secrets) {
        var problems = problems(Map.of("SUPPORT_IDENTITY_SECRET", secrets));
        assertEquals(1, problems.size(), problems.toString());
        assertTrue(problems.get(0).contains("SUPPORT_IDENTITY_SECRET must be"), problems.toString());
        assertFalse(problems.get(0).contains("hush"), problems.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "http://shop.example.org/keys.json, must be",
        "ftp://shop.example.org/keys.json, must be",
        "keys.json, must be",
        "file://shop.example.org/keys.json, must be",
        "https:///keys.json, must be",
        "/nowhere/keys.json, does not exist",
        "/tmp, does not exist"
    })
    void aKeySetThatCannotBeReadIsNamed(String location, String reason) {
        var problems = problems(Map.of("SUPPORT_IDENTITY_JWKS", location));
        assertEquals(1, problems.size(), problems.toString());
        assertTrue(
                problems.get(0).contains("SUPPORT_IDENTITY_JWKS")
                        && problems.get(0).contains(reason),
                problems.toString());
    }

    private static Path file() {
        return Path.of("pom.xml").toAbsolutePath();
    }

    private static List<String> problems(Map<String, String> settings) {
        var all = new HashMap<>(
                Map.of("TELEGRAM_SUPPORT_BOT_TOKEN", "123456:AAbbCC_-dd", "TELEGRAM_ADMIN_CHAT_ID", "500"));
        all.putAll(settings);
        return SettingsCheck.problems(new Settings(all::get)).stream()
                .map(problem -> problem.text(Texts.in("en")))
                .toList();
    }
}
