package org.answerline.platform.config;

import java.time.ZoneId;
import org.answerline.platform.hours.Holidays;
import org.answerline.platform.hours.SupportHours;
import org.answerline.platform.hours.WeeklyHours;

/** The settings of the hours in which the team answers. */
public final class HoursSettings {
    /** Always open if it is not set. */
    public static final Setting<WeeklyHours> HOURS = new SettingBuilder<>("SUPPORT_HOURS", WeeklyHours::parse, "hours")
            .defaultNote("always")
            .documented(
                    "when the team answers, such as Mo-Fr 09:00-12:00,13:00-18:00; Sa 10:00-14:00. Days are Mo Tu We Th Fr"
                            + " Sa Su; a range may last past midnight (Fr 22:00-02:00). Outside of these hours users are told when"
                            + " somebody is back: [Opening hours](#opening-hours)");

    /** An IANA name. */
    public static final Setting<ZoneId> TIME_ZONE = new SettingBuilder<>(
                    "SUPPORT_TIME_ZONE", HoursSettings::zone, "time_zone")
            .byDefault("UTC")
            .documented("the time zone of SUPPORT_HOURS and SUPPORT_HOLIDAYS, a name of the IANA database such as"
                    + " Europe/Berlin; the time zone of the server is not used");

    /** Whole days in {@link #TIME_ZONE}. */
    public static final Setting<Holidays> HOLIDAYS = new SettingBuilder<>(
                    "SUPPORT_HOLIDAYS", Holidays::parse, "holidays")
            .documented(
                    "days on which nobody answers, separated by commas: dates (2026-12-25), days of every year (12-25) and"
                            + " ranges of either (2026-12-24..2027-01-01, 12-24..01-01)");

    private HoursSettings() {}

    /** When the team answers: always, unless the owner has set hours or holidays. */
    public static SupportHours supportHours(Settings settings) {
        return new SupportHours(
                settings.configured(HOURS).orElse(WeeklyHours.ALWAYS),
                settings.configured(HOLIDAYS).orElse(Holidays.NONE),
                settings.get(TIME_ZONE));
    }

    /** An offset such as +02:00 does not know when the clocks are changed. */
    private static ZoneId zone(String text) {
        if (!ZoneId.getAvailableZoneIds().contains(text)) {
            throw new IllegalArgumentException();
        }
        return ZoneId.of(text);
    }
}
