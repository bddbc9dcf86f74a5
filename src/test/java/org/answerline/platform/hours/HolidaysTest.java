package org.answerline.platform.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HolidaysTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-12-25 | 2026-12-25 | true",
                "2026-12-25 | 2026-12-26 | false",
                "2026-12-25 | 2027-12-25 | false",
                "12-25 | 2031-12-25 | true",
                "12-25, 2026-05-01; 01-01 | 2026-05-01 | true",
                "12-25, 2026-05-01; 01-01 | 2030-01-01 | true",
                "2026-12-24..2027-01-01 | 2026-12-24 | true",
                "2026-12-24..2027-01-01 | 2027-01-01 | true",
                "2026-12-24..2027-01-01 | 2027-01-02 | false",
                "2026-12-24 - 2026-12-26 | 2026-12-25 | true",
                "2026-12-24/2026-12-26 | 2026-12-27 | false",
                "12-24..01-01 | 2028-12-31 | true",
                "12-24..01-01 | 2028-01-01 | true",
                "12-24..01-01 | 2028-01-02 | false",
                "12-24-12-26 | 2028-12-26 | true",
                "02-29 | 2028-02-29 | true",
                "02-29 | 2027-02-28 | false"
            })
    void aDayIsAHolidayOrNot(String text, LocalDate day, boolean isHoliday) {
        assertEquals(isHoliday, Holidays.parse(text).contains(day));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Christmas",
                "25.12.2026",
                "2026-13-01",
                "2026-02-29",
                "02-30",
                "2027-01-01..2026-12-24",
                "2026-12-24..12-26",
                "12-25,"
            })
    void whatIsNoDateIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Holidays.parse(text));
    }
}
