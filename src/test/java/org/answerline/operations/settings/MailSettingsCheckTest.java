package org.answerline.operations.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.answerline.platform.config.Settings;
import org.answerline.platform.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailSettingsCheckTest {
    private static final Map<String, String> RIGHT = Map.of(
            "SMTP_HOST", "mail.example.org",
            "SMTP_FROM", "Support <support@example.org>",
            "SUPPORT_PUBLIC_URL", "https://support.example.org");

    @Test
    void withoutAMailServerNothingIsAsked() {
        assertEquals(List.of(), problems(Map.of()));
        assertEquals(List.of(), problems(RIGHT));
    }

    @Test
    void namesAndDomainsMayHaveOtherLetters() {
        var settings = new HashMap<>(RIGHT);
        settings.put("SMTP_FROM", "Поддержка <support@почта.рф>");
        settings.put("SUPPORT_ALARM_EMAIL", "olga@почта.рф");
        assertEquals(List.of(), problems(settings));
    }

    @Test
    void aNameWithACommaStandsInQuotes() {
        var settings = new HashMap<>(RIGHT);
        settings.put("SMTP_FROM", "\"Acme, Inc.\" <support@example.org>");
        assertEquals(List.of(), problems(settings));
    }

    @ParameterizedTest
    @CsvSource({
        "SMTP_HOST, smtp://mail",
        "SMTP_PORT, 65536",
        "SMTP_PORT, many",
        "SMTP_SECURITY, ssl",
        "SMTP_CA_FILE, /nowhere/ca.pem",
        "SMTP_CA_FILE, pom.xml",
        "SMTP_FROM, nobody",
        "SMTP_FROM, 'Acme, Inc. <support@example.org>'",
        "SMTP_FROM, 'Support: <support@example.org>'",
        "SMTP_FROM, '\"Support <support@example.org>'",
        "SUPPORT_ALARM_EMAIL, 'olga@example.org, ann@example.org'",
        "SMTP_FROM, \u0130van@example.org",
        "SMTP_FROM, Support <j\u00F6rg@example.org>",
        "SMTP_FROM, ann@\uFF45xample.org",
        "SUPPORT_ALARM_EMAIL, j\u00F6rg@example.org",
        "SUPPORT_ALARM_EMAIL, Olga <olga@example.org",
        "SMTP_FROM, ''",
        "SMTP_USER, ann",
        "SMTP_PASSWORD, hush-hush",
        "SUPPORT_MAIL_AFTER_MINUTES, 1441",
        "SUPPORT_MAIL_AFTER_MINUTES, -1",
        "SUPPORT_MAIL_AFTER_MINUTES, soon",
        "SUPPORT_MAIL_CONTENT, html",
        "SUPPORT_PUBLIC_URL, ''"
    })
    void eachWrongOneIsNamed(String name, String value) {
        var settings = new HashMap<>(RIGHT);
        settings.put(name, value);
        var problems = problems(settings);
        assertEquals(1, problems.size(), problems.toString());
        assertTrue(problems.get(0).contains(name) && !problems.get(0).contains("hush"), problems.toString());
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
