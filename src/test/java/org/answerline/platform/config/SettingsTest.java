package org.answerline.platform.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerline.platform.text.Texts;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private final Map<String, String> variables = new HashMap<>();
    private final Settings settings = new Settings(variables::get);

    @Test
    void theDefaultIsInForceUntilTheOwnerSetsAValue() {
        assertEquals(Duration.ofSeconds(15), settings.get(TelegramSettings.ANSWER_TIMEOUT));
        variables.put("TELEGRAM_ANSWER_TIMEOUT", "200");
        assertEquals(Duration.ofMillis(200), new Settings(variables::get).get(TelegramSettings.ANSWER_TIMEOUT));
    }

    @Test
    void aBlankVariableIsNotSet() {
        variables.put("SUPPORT_FILES_COUNT", " ");
        assertFalse(settings.isSet(SiteSettings.FILE_COUNT));
        assertEquals(10, settings.get(SiteSettings.FILE_COUNT));
    }

    @Test
    void aDefaultDoesNotCountAsConfigured() {
        assertEquals(Optional.empty(), settings.configured(SiteSettings.TRUSTED_PROXIES));
        assertTrue(settings.get(SiteSettings.TRUSTED_PROXIES).include("127.0.0.1"));
    }

    @Test
    void blanksAroundAValueDoNotBelongToIt() {
        variables.put("TELEGRAM_SUPPORT_WEBHOOK_SECRET", "abc\n");
        assertEquals("abc", settings.get(TelegramSettings.WEBHOOK_SECRET));
    }

    @Test
    void theSecondNameIsReadWhenTheFirstIsNotSet() {
        variables.put("TELEGRAM_WEBHOOK_SECRET", "second");
        assertEquals("second", settings.get(TelegramSettings.WEBHOOK_SECRET));
        variables.put("TELEGRAM_SUPPORT_WEBHOOK_SECRET", "first");
        assertEquals("first", new Settings(variables::get).get(TelegramSettings.WEBHOOK_SECRET));
    }

    @Test
    void valuesHaveOneForm() {
        variables.put("SUPPORT_PUBLIC_URL", "https://desk.example.org//");
        variables.put("TELEGRAM_SUPPORT_BOT_USERNAME", "@MySupportBot");
        variables.put("SUPPORT_WIDGET_ORIGINS", "https://a.example , http://localhost:8443");
        assertEquals("https://desk.example.org", settings.get(SiteSettings.PUBLIC_URL));
        assertEquals("MySupportBot", settings.get(TelegramSettings.BOT_USERNAME));
        assertEquals(List.of("https://a.example", "http://localhost:8443"), settings.get(SiteSettings.WIDGET_ORIGINS));
    }

    @Test
    void aMissingValueIsNamed() {
        var failure = assertThrows(IllegalStateException.class, () -> settings.get(TelegramSettings.BOT_TOKEN));
        assertEquals("TELEGRAM_SUPPORT_BOT_TOKEN is not set.", failure.getMessage());
    }

    @Test
    void aWrongValueIsNamedWithWhatItMustBe() {
        variables.put("SUPPORT_FILE_MAX_MB", "many");
        var failure = assertThrows(IllegalArgumentException.class, () -> settings.get(SiteSettings.FILE_SIZE));
        assertEquals("SUPPORT_FILE_MAX_MB must be a whole number from 1 to 20.", failure.getMessage());
    }

    /** Each secret gets a value that no check accepts, or one beside which another setting is wrong. */
    @Test
    void noMessageRepeatsASecret() {
        var secret = "hush hush ключ";
        for (var setting : SettingCatalogue.all()) {
            setting.names().forEach(name -> variables.put(name, setting.isSecret() ? secret : "-"));
        }
        variables.put("SUPPORT_SIGN_IN", "oidc");
        for (var setting : SettingCatalogue.all()) {
            for (var problem : setting.problems(settings)) {
                assertFalse(problem.text(Texts.in("en")).contains("hush"), problem.text(Texts.in("en")));
            }
        }
        var failure = assertThrows(IllegalArgumentException.class, () -> settings.get(TelegramSettings.BOT_TOKEN));
        assertFalse(failure.getMessage().contains("hush"), failure.getMessage());
        assertFalse(settings.toString().contains("hush"));
    }

    @Test
    void whatIsSecretIsMarkedSo() {
        var secrets = SettingCatalogue.all().stream()
                .filter(Setting::isSecret)
                .map(Setting::name)
                .sorted()
                .toList();
        assertEquals(
                List.of(
                        "DATABASE_PASSWORD",
                        "DATABASE_URL",
                        "OIDC_CLIENT_SECRET",
                        "SMTP_PASSWORD",
                        "SUPPORT_IDENTITY_SECRET",
                        "SUPPORT_OWNER_PASSWORD",
                        "TELEGRAM_SUPPORT_BOT_TOKEN",
                        "TELEGRAM_SUPPORT_WEBHOOK_SECRET"),
                secrets);
    }
}
