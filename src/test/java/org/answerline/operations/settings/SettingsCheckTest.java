package org.answerline.operations.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.answerline.platform.config.Settings;
import org.answerline.platform.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsCheckTest {

    private final Map<String, String> environment = new HashMap<>(Map.of(
            "TELEGRAM_SUPPORT_BOT_TOKEN", "123456:AAbbCC_-dd",
            "TELEGRAM_ADMIN_CHAT_ID", "-1001234567890"));

    @Test
    void twoSettingsAreEnough() {
        assertEquals(List.of(), problems());
    }

    @Test
    void bothRequiredSettingsAreNamed() {
        environment.clear();
        assertEquals(2, problems().size());
        assertTrue(problems().get(0).startsWith("TELEGRAM_SUPPORT_BOT_TOKEN is not set"));
        assertTrue(problems().get(1).startsWith("TELEGRAM_ADMIN_CHAT_ID is not set"));
    }

    @Test
    void everySettingOfTheDatabaseIsNamedAtOnce() {
        var named = SettingsCheck.databaseProblems(new Settings(Map.of("DATABASE_USER", " ")::get));
        assertEquals(
                List.of("DATABASE_URL", "DATABASE_USER", "DATABASE_PASSWORD"),
                named.stream()
                        .map(problem -> problem.text(Texts.in("en")))
                        .map(line -> line.replaceFirst(" is not set[.] .*", ""))
                        .toList());
    }

    @Test
    void aTokenOfTheLargestIdIsOne() {
        environment.put("TELEGRAM_SUPPORT_BOT_TOKEN", "9223372036854775807:AAbbCC_-dd");
        assertEquals(List.of(), problems());
    }

    @ParameterizedTest
    @CsvSource({
        "TELEGRAM_SUPPORT_BOT_TOKEN, no-colon",
        "TELEGRAM_SUPPORT_BOT_TOKEN, 0123:x",
        "TELEGRAM_SUPPORT_BOT_TOKEN, 99999999999999999999:AAbbCC",
        "TELEGRAM_SUPPORT_BOT_TOKEN, 9223372036854775808:AAbbCC",
        "TELEGRAM_SUPPORT_BOT_TOKEN, -123:AAbbCC",
        "TELEGRAM_SUPPORT_BOT_TOKEN, 123:AAbb:CC",
        "TELEGRAM_SUPPORT_BOT_TOKEN, ':AAbbCC'",
        "TELEGRAM_SUPPORT_BOT_TOKEN, '123:'",
        "TELEGRAM_ADMIN_CHAT_ID, @operators",
        "TELEGRAM_ADMIN_CHAT_ID, 12.5",
        "TELEGRAM_SUPPORT_WEBHOOK_SECRET, with blank",
        "TELEGRAM_WEBHOOK_SECRET, ключ",
        "TELEGRAM_API_URL, api.telegram.org",
        "TELEGRAM_LINK_URL, ftp://t.me",
        "TELEGRAM_SUPPORT_BOT_USERNAME, my bot",
        "DATABASE_URL, postgres://localhost/x",
        "TELEGRAM_ADMIN_CHAT_ID, 0",
        "TELEGRAM_ADMIN_CHAT_ID, 12345678901234567",
        "TELEGRAM_PACE_CHAT, -1",
        "TELEGRAM_PACE_GROUP_MINUTE, 1.5",
        "TELEGRAM_ANSWER_TIMEOUT, 15s",
        "TELEGRAM_PACE_TOTAL, fast",
        "HTTP_PORT, 0",
        "HTTP_PORT, 65536",
        "SUPPORT_PUBLIC_URL, desk.example.org",
        "SUPPORT_PUBLIC_URL, https://desk.example.org/?desk",
        "SUPPORT_OWNER_PASSWORD, short",
        "SUPPORT_OPERATOR_RECEIPTS, yes",
        "SUPPORT_FILES, disk",
        "SUPPORT_FILES, folder:relative",
        "SUPPORT_FILES, folder:/no/such/folder",
        "SUPPORT_FILE_MAX_MB, 0",
        "SUPPORT_FILE_MAX_MB, 21",
        "SUPPORT_FILES_COUNT, 11",
        "SUPPORT_DATABASE_WAIT, 1m",
        "SUPPORT_STREAMS_MAX, -1",
        "SUPPORT_SIGN_IN, ldap",
        "SUPPORT_LIMIT_SUBMIT_HOUR, 1.5",
        "SUPPORT_LIMIT_SUBMIT_ADDRESS_MINUTE, x",
        "SUPPORT_LIMIT_TELEGRAM_MINUTE, x",
        "SUPPORT_LIMIT_TELEGRAM_HOUR, x",
        "SUPPORT_LIMIT_UPLOAD_MINUTE, x",
        "SUPPORT_LIMIT_UPLOAD_HOUR, x",
        "SUPPORT_LIMIT_OWNER_MINUTE, x",
        "SUPPORT_LIMIT_OWNER_HOUR, 1234567",
        "SUPPORT_LIMIT_WEBHOOK_MINUTE, x",
        "SUPPORT_LANGUAGE, fr",
        "SUPPORT_SIGN_UP, maybe",
        "SUPPORT_RETENTION_DAYS, 0",
        "SUPPORT_RETENTION_DAYS, a month",
        "SUPPORT_LIMIT_SIGN_UP_HOUR, -1",
        "SUPPORT_LIMIT_MAIL_HOUR, -1",
        "SUPPORT_LIMIT_MAIL_RECIPIENT_HOUR, x",
        "SUPPORT_LIMIT_SUBMIT_MINUTE, many",
        "SUPPORT_TRUSTED_PROXIES, my-proxy",
        "SUPPORT_FRAME_ANCESTORS, *",
        "SUPPORT_FRAME_ANCESTORS, 'self; script-src *'",
        "SUPPORT_WIDGET_ORIGINS, *",
        "SUPPORT_WIDGET_ORIGINS, www.example.org",
        "SUPPORT_WIDGET_ORIGINS, https://www.example.org/",
        "SUPPORT_WIDGET_ORIGINS, https://www.example.org:443",
        "SUPPORT_WIDGET_ORIGINS, https://Example.org",
        "SUPPORT_WIDGET_ORIGINS, https://*.example.org",
        "SUPPORT_WIDGET_ORIGINS, 'https://a.example,,https://b.example'",
    })
    void animpossibleValueIsOneLineThatNamesTheVariable(String name, String value) {
        environment.put(name, value);
        assertEquals(1, problems().size());
        assertTrue(problems().get(0).startsWith(name + " "), problems().get(0));
        assertFalse(problems().get(0).contains("\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://www.example.org", "https://a.example, http://localhost:8443,https://[::1]:4430", " ", ""
            })
    void originsAreGivenAsABrowserWritesThem(String origins) {
        environment.put("SUPPORT_WIDGET_ORIGINS", origins);
        assertEquals(List.of(), problems());
    }

    @Test
    void aSecretIsNeverRepeated() {
        environment.put("TELEGRAM_SUPPORT_BOT_TOKEN", "123:bad token");
        environment.put("TELEGRAM_SUPPORT_WEBHOOK_SECRET", "bad secret");
        assertFalse(String.join("", problems()).contains("bad"));
    }

    @Test
    void anOpenWebhookIsAWarning() {
        assertEquals(1, SettingsCheck.warnings(new Settings(environment::get)).size());
        environment.put("TELEGRAM_WEBHOOK_SECRET", "s3cret");
        assertEquals(List.of(), SettingsCheck.warnings(new Settings(environment::get)));
    }

    private List<String> problems() {
        return SettingsCheck.problems(new Settings(environment::get)).stream()
                .map(problem -> problem.text(Texts.in("en")))
                .toList();
    }
}
