package org.answerline.platform.config;

import java.time.ZoneId;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.answerline.platform.hours.Holidays;
import org.answerline.platform.hours.SupportHours;
import org.answerline.platform.hours.WeeklyHours;

/** The settings of the hours in which the team answers, and of what reminds it. */
public final class HoursSettings {
    private static final Pattern MINUTES = Pattern.compile("[0-9]{1,5}(?:\\s*,\\s*[0-9]{1,5}){0,9}");
    private static final int MOST_MINUTES = 10_080;

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
            .documented(
                    "the time zone of SUPPORT_HOURS, SUPPORT_HOLIDAYS and SUPPORT_DIGEST, a name of the IANA database such as"
                            + " Europe/Berlin; the time zone of the server is not used");

    /** Whole days in {@link #TIME_ZONE}. */
    public static final Setting<Holidays> HOLIDAYS = new SettingBuilder<>(
                    "SUPPORT_HOLIDAYS", Holidays::parse, "holidays")
            .documented(
                    "days on which nobody answers, separated by commas: dates (2026-12-25), days of every year (12-25) and"
                            + " ranges of either (2026-12-24..2027-01-01, 12-24..01-01)");

    /** In ascending order. */
    public static final Setting<SortedSet<Integer>> REMIND_MINUTES = new SettingBuilder<>(
                    "SUPPORT_REMIND_MINUTES", HoursSettings::minutes, "remind_minutes", "1", "" + MOST_MINUTES)
            .documented(
                    "after how many minutes without an answer the operators are reminded, such as 15,120; only minutes within"
                            + " SUPPORT_HOURS count. With SUPPORT_ALARM_EMAIL the last reminder is also sent as an e-mail. Without it"
                            + " there are no reminders");

    /** {@code off} or {@code weekly}. */
    public static final Setting<String> DIGEST = SettingTypes.choice("SUPPORT_DIGEST", List.of("off", "weekly"))
            .byDefault("off")
            .documented(
                    "weekly: on Mondays at 08:00 in SUPPORT_TIME_ZONE the operators' chat gets the numbers of the last 7 and 30"
                            + " days; off: it does not");

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

    private static SortedSet<Integer> minutes(String text) {
        if (!MINUTES.matcher(text).matches()) {
            throw new IllegalArgumentException();
        }
        SortedSet<Integer> minutes = new TreeSet<>();
        Stream.of(text.split("\\s*,\\s*")).map(Integer::valueOf).forEach(minutes::add);
        if (minutes.first() < 1 || minutes.last() > MOST_MINUTES) {
            throw new IllegalArgumentException();
        }
        return minutes;
    }
}
