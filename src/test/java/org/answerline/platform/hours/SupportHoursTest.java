package org.answerline.platform.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times are those of Berlin, unless they end with Z: 2026-11-30 is a Monday; clocks change on 2026-03-29 and 2026-10-25. */
class SupportHoursTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final SupportHours OFFICE = hours("Mo-Fr 09:00-12:00,13:00-18:00");

    @ParameterizedTest
    @CsvSource({
        "2026-11-30T08:59:59, false",
        "2026-11-30T09:00, true",
        "2026-11-30T12:00, false",
        "2026-11-30T13:00, true",
        "2026-11-30T17:59:59, true",
        "2026-11-30T18:00, false",
        "2026-11-28T10:00, false",
        "2026-11-30T08:00Z, true",
        "2026-11-30T17:00Z, false"
    })
    void theEndIsNotIncluded(String moment, boolean isOpen) {
        assertEquals(isOpen, OFFICE.isOpen(at(moment)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-30T08:00, 2026-11-30T09:00",
        "2026-11-30T12:30, 2026-11-30T13:00",
        "2026-11-30T18:00, 2026-12-01T09:00",
        "2026-11-27T18:00, 2026-11-30T09:00"
    })
    void theNextOpeningIsOnTheNextDayThatHasHours(String closed, String opening) {
        assertEquals(Optional.of(at(opening)), OFFICE.nextOpening(at(closed)));
    }

    @Test
    void holidaysInARowAreSkipped() {
        var hours = hours("Mo-Fr 09:00-18:00", "2026-12-24..2026-12-26, 12-28, 12-29, 2026-12-30/2027-01-03");
        assertFalse(hours.isOpen(at("2026-12-28T10:00")));
        assertEquals(Optional.of(at("2027-01-04T09:00")), hours.nextOpening(at("2026-12-23T18:00")));
        assertEquals(
                List.of(new TimeSpan(at("2026-12-23T18:00"), at("2027-01-04T09:00"))),
                hours.closedFrom(at("2026-12-27T10:00"), 7));
    }

    @Test
    void aHolidayIsClosedAllDayAlsoForTheHoursOfTheEveningBefore() {
        var hours = hours("Mo-Su 20:00-04:00", "2026-12-25");
        assertTrue(hours.isOpen(at("2026-12-24T23:59")));
        assertFalse(hours.isOpen(at("2026-12-25T00:00")));
        assertFalse(hours.isOpen(at("2026-12-25T21:00")));
        assertEquals(Optional.of(at("2026-12-26T00:00")), hours.nextOpening(at("2026-12-25T12:00")));
    }

    @Test
    void hoursOverMidnightAreOneStretch() {
        var hours = hours("Mo-Su 20:00-04:00");
        assertTrue(hours.isOpen(at("2026-11-30T00:00")));
        assertEquals(Duration.ofHours(8), hours.openTime(at("2026-11-29T12:00"), at("2026-11-30T12:00")));
        assertEquals(
                List.of(
                        new TimeSpan(at("2026-11-30T04:00"), at("2026-11-30T20:00")),
                        new TimeSpan(at("2026-12-01T04:00"), at("2026-12-01T20:00"))),
                hours.closedFrom(at("2026-11-30T01:00"), 2));
    }

    @ParameterizedTest
    @CsvSource({
        // Between 02:00 and 03:00 clocks go forward: 02:30 does not exist, and the moment of the change is meant.
        "Su 02:30-04:00, 2026-03-28T12:00, 2026-03-29T01:00Z, 2026-03-29T02:00Z, 1",
        "Su 01:30-02:30, 2026-03-28T12:00, 2026-03-29T00:30Z, 2026-03-29T01:00Z, 0.5",
        "Mo-Su 09:00-17:00, 2026-03-29T00:00, 2026-03-29T07:00Z, 2026-03-29T15:00Z, 8",
        "Sa-Su 00:00-24:00, 2026-03-27T12:00, 2026-03-27T23:00Z, 2026-03-29T22:00Z, 47",
        // Between 03:00 and 02:00 clocks go back: 02:30 exists twice, and the longer time is meant.
        "Su 02:30-04:00, 2026-10-24T12:00, 2026-10-25T00:30Z, 2026-10-25T03:00Z, 2.5",
        "Su 01:30-02:30, 2026-10-24T12:00, 2026-10-24T23:30Z, 2026-10-25T01:30Z, 2",
        "Mo-Su 09:00-17:00, 2026-10-25T00:00, 2026-10-25T08:00Z, 2026-10-25T16:00Z, 8",
        "Sa-Su 00:00-24:00, 2026-10-23T12:00, 2026-10-23T22:00Z, 2026-10-25T23:00Z, 49",
    })
    void whenClocksChange(String text, String closed, String from, String until, double length) {
        var hours = hours(text);
        assertEquals(Optional.of(at(from)), hours.nextOpening(at(closed)));
        assertTrue(hours.isOpen(at(from)));
        assertFalse(hours.isOpen(at(from).minusMillis(1)));
        assertTrue(hours.isOpen(at(until).minusMillis(1)));
        assertFalse(hours.isOpen(at(until)));
        assertEquals(Duration.ofMinutes((long) (length * 60)), hours.openTime(at(from), at(until)));
    }

    @Test
    void hoursThatFallIntoTheMissingHourAreNone() {
        var hours = hours("Su 02:15-02:45");
        assertEquals(Optional.of(at("2026-04-05T02:15")), hours.nextOpening(at("2026-03-28T12:00")));
    }

    @Test
    void onlyOpenTimeCounts() {
        assertEquals(Duration.ofMinutes(30 + 60), OFFICE.openTime(at("2026-11-27T17:30"), at("2026-11-30T10:00")));
        assertEquals(Duration.ZERO, OFFICE.openTime(at("2026-11-28T10:00"), at("2026-11-29T10:00")));
        assertEquals(
                Optional.of(at("2026-11-27T17:30")), OFFICE.before(at("2026-11-30T10:00"), Duration.ofMinutes(90)));
        assertEquals(
                Optional.of(at("2026-11-30T09:45")), OFFICE.before(at("2026-11-30T10:00"), Duration.ofMinutes(15)));
        assertEquals(
                Optional.of(at("2026-11-30T11:50")), OFFICE.before(at("2026-11-30T13:05"), Duration.ofMinutes(15)));
        assertEquals(
                Optional.of(at("2026-11-30T17:45")), OFFICE.before(at("2026-11-30T23:00"), Duration.ofMinutes(15)));
    }

    @Test
    void closedTimesAreGivenForSomeDays() {
        var office = hours("Mo-Fr 09:00-18:00");
        assertEquals(
                List.of(
                        new TimeSpan(at("2026-11-30T18:00"), at("2026-12-01T09:00")),
                        new TimeSpan(at("2026-12-01T18:00"), at("2026-12-02T09:00"))),
                office.closedFrom(at("2026-11-30T10:00"), 2));
        assertEquals(
                List.of(new TimeSpan(at("2026-11-27T18:00"), at("2026-11-30T09:00"))),
                office.closedFrom(at("2026-11-28T10:00"), 0));
        assertEquals(List.of(), office.closedFrom(at("2026-11-30T10:00"), 0));
    }

    @Test
    void withoutHoursItIsAlwaysOpen() {
        var always = new SupportHours(WeeklyHours.ALWAYS, Holidays.NONE, BERLIN);
        assertTrue(always.isOpen(at("2026-10-25T02:30")));
        assertEquals(List.of(), always.closedFrom(at("2026-03-29T00:00"), 7));
        assertEquals(Duration.ofDays(400), always.openTime(at("2026-01-01T00:00Z"), at("2027-02-05T00:00Z")));
        assertEquals(Optional.of(at("2026-10-25T00:00Z")), always.before(at("2026-10-25T02:00Z"), Duration.ofHours(2)));
    }

    @Test
    void aTeamThatNeverComesBackHasNoOpening() {
        var never = hours("Mo-Su 09:00-18:00", "01-01..12-31");
        var now = at("2026-11-30T10:00");
        assertFalse(never.isOpen(now));
        assertEquals(Optional.empty(), never.nextOpening(now));
        assertEquals(Optional.empty(), never.before(now, Duration.ofMinutes(1)));
        assertEquals(List.of(new TimeSpan(Instant.EPOCH, Instant.MAX)), never.closedFrom(now, 7));
    }

    private static SupportHours hours(String text) {
        return new SupportHours(WeeklyHours.parse(text), Holidays.NONE, BERLIN);
    }

    private static SupportHours hours(String text, String holidays) {
        return new SupportHours(WeeklyHours.parse(text), Holidays.parse(holidays), BERLIN);
    }

    private static Instant at(String moment) {
        if (moment.endsWith("Z")) {
            return Instant.parse(moment.length() == 17 ? moment.replace("Z", ":00Z") : moment);
        }
        return LocalDateTime.parse(moment).atZone(BERLIN).toInstant();
    }
}
