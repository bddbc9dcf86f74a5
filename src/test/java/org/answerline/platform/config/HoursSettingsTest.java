package org.answerline.platform.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.answerline.platform.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoursSettingsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SUPPORT_HOURS | Mon-Fri 9-17",
                "SUPPORT_TIME_ZONE | Berlin",
                "SUPPORT_TIME_ZONE | +02:00",
                "SUPPORT_HOLIDAYS | 25.12.2026",
                "SUPPORT_REMIND_MINUTES | 0,15",
                "SUPPORT_REMIND_MINUTES | 15 minutes",
                "SUPPORT_REMIND_MINUTES | 15,10081",
                "SUPPORT_DIGEST | daily"
            })
    void aWrongValueIsOneLineThatNamesTheVariable(String name, String value) {
        var settings = new Settings(Map.of(name, value)::get);
        var problems = SettingCatalogue.all().stream()
                .flatMap(setting -> setting.problems(settings).stream())
                .filter(problem -> problem.setting().equals(name))
                .toList();
        assertEquals(1, problems.size());
        for (String language : Texts.LANGUAGES) {
            String text = problems.get(0).text(Texts.in(language));
            assertTrue(text.startsWith(name) && !text.contains("\n") && !text.contains("{"), text);
        }
    }

    @Test
    void withoutSettingsItIsAlwaysOpenAndNobodyIsReminded() {
        var settings = new Settings(name -> null);
        assertTrue(HoursSettings.supportHours(settings).isOpen(Instant.parse("2026-12-25T03:00:00Z")));
        assertEquals(ZoneId.of("UTC"), settings.get(HoursSettings.TIME_ZONE));
        assertTrue(settings.configured(HoursSettings.REMIND_MINUTES).isEmpty());
    }

    @Test
    void minutesAreOrderedAndNamedOnce() {
        var settings = new Settings(Map.of("SUPPORT_REMIND_MINUTES", "120, 15,15")::get);
        assertEquals(
                List.of(15, 120),
                List.copyOf(settings.configured(HoursSettings.REMIND_MINUTES).orElseThrow()));
    }

    @Test
    void holidaysAloneCloseADeskThatIsOpenOtherwise() {
        var settings = new Settings(Map.of("SUPPORT_HOLIDAYS", "12-25")::get);
        var hours = HoursSettings.supportHours(settings);
        assertTrue(hours.isOpen(Instant.parse("2026-12-24T23:59:59Z")));
        assertEquals(
                Instant.parse("2026-12-26T00:00:00Z"),
                hours.nextOpening(Instant.parse("2026-12-25T12:00:00Z")).orElseThrow());
    }
}
