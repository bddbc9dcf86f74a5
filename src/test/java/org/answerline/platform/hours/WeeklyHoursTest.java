package org.answerline.platform.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DayOfWeek;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeeklyHoursTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mo-Fr 09:00-18:00 | MO 9:00-18:00, TU 9:00-18:00, WE 9:00-18:00, TH 9:00-18:00, FR 9:00-18:00",
                "Mo-Tu 09:00-12:00,13:00-18:00; Sa 10:00-14:00 | MO 9:00-12:00 13:00-18:00, TU 9:00-12:00 13:00-18:00, SA 10:00-14:00",
                "Mo 09:00-12:00, Sa 10:00-14:00 | MO 9:00-12:00, SA 10:00-14:00",
                "Mo 09:00-12:00; 13:00-14:00 | MO 9:00-12:00 13:00-14:00",
                "Mo,We-Th 9:00-12:00 | MO 9:00-12:00, WE 9:00-12:00, TH 9:00-12:00",
                "Sa-Mo 00:00-24:00 | MO 0:00-24:00, SA 0:00-24:00, SU 0:00-24:00",
                "mo – tu 8:30 – 9:00 | MO 8:30-9:00, TU 8:30-9:00",
                "Fr 22:00-02:00 | FR 22:00-24:00, SA 0:00-2:00",
                "Su 22:00-06:00 | MO 0:00-6:00, SU 22:00-24:00",
                "Mo 18:00-00:00 | MO 18:00-24:00",
                "Mo 09:00-12:00,10:00-14:00,14:00-15:00 | MO 9:00-15:00",
            })
    void hoursBelongToDays(String text, String expected) {
        assertEquals(expected, written(WeeklyHours.parse(text)));
    }

    @Test
    void hoursWithoutDaysAreOfEveryDay() {
        var hours = WeeklyHours.parse("09:00-17:00");
        for (DayOfWeek day : DayOfWeek.values()) {
            assertEquals(List.of(new DayRange(540, 1020)), hours.on(day));
            assertEquals(List.of(DayRange.WHOLE_DAY), WeeklyHours.ALWAYS.on(day));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Mo",
                "Mo-Fr",
                "Mo-Fr; Sa 10:00-12:00",
                "Mo, 10:00-12:00, Tu",
                "Mo 09:00",
                "Mo 09:00-25:00",
                "Mo 09:00-24:30",
                "Mo 24:00-25:00",
                "Mo 09:60-10:00",
                "Mo 09:00-09:00",
                "Mon 09:00-10:00",
                "Xx 09:00-10:00",
                "Mo-Fr 9-17",
                "Mo 09:00-10:00;",
                "Mo 09:00-10:00,,11:00-12:00",
                "always"
            })
    void whatIsNoHoursIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> WeeklyHours.parse(text));
    }

    private static String written(WeeklyHours hours) {
        return Stream.of(DayOfWeek.values())
                .filter(day -> !hours.on(day).isEmpty())
                .map(day -> day.name().substring(0, 2) + " "
                        + hours.on(day).stream()
                                .map(range -> time(range.from()) + "-" + time(range.until()))
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining(", "));
    }

    private static String time(int minutes) {
        return minutes / 60 + ":" + "%02d".formatted(minutes % 60);
    }
}
