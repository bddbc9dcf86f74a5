package org.answerline.platform.hours;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The hours of each day of the week, such as {@code Mo-Fr 09:00-12:00,13:00-18:00; Sa 22:00-02:00}: days, then ranges of time. A range
 * that ends at its beginning or before it lasts into the next day. A range without days belongs to the days before it, or to every day.
 */
public final class WeeklyHours {

    /** Every day, all day. */
    public static final WeeklyHours ALWAYS = new WeeklyHours(everyDay());

    private static final String DASH = "\\s*[-–]\\s*";
    private static final String DAY = "(?:mo|tu|we|th|fr|sa|su)";
    private static final String TIME = "([01]?[0-9]|2[0-4]):([0-5][0-9])";
    private static final Pattern DAYS = Pattern.compile("(" + DAY + ")(?:" + DASH + "(" + DAY + "))?");
    private static final Pattern HOURS = Pattern.compile(TIME + DASH + TIME);
    private static final Pattern PART =
            Pattern.compile("(?:(?<days>" + DAYS.pattern() + ")\\s*)?(?<hours>" + HOURS.pattern() + ")?");

    private final Map<DayOfWeek, List<DayRange>> ranges;

    private WeeklyHours(Map<DayOfWeek, List<DayRange>> ranges) {
        this.ranges = ranges;
    }

    /** Reads the text of a setting; fails with an {@link IllegalArgumentException} if it is none. */
    public static WeeklyHours parse(String text) {
        Map<DayOfWeek, List<DayRange>> found = new EnumMap<>(DayOfWeek.class);
        Set<DayOfWeek> days = EnumSet.allOf(DayOfWeek.class);
        for (String rule : text.strip().toLowerCase(Locale.ROOT).split("\\s*;\\s*", -1)) {
            days = addRule(found, days, rule);
        }
        return new WeeklyHours(found);
    }

    /** Adds days and their hours, such as {@code mo,we-fr 09:00-12:00,13:00-18:00}; returns the days that were named last. */
    private static Set<DayOfWeek> addRule(Map<DayOfWeek, List<DayRange>> found, Set<DayOfWeek> before, String rule) {
        Set<DayOfWeek> days = before;
        boolean isListOfDays = false;
        for (String part : rule.split("\\s*,\\s*", -1)) {
            Matcher read = PART.matcher(part);
            require(read.matches() && !part.isEmpty());
            if (read.group("days") != null) {
                Set<DayOfWeek> named = days(read.group("days"));
                named.addAll(isListOfDays ? days : Set.of());
                days = named;
            }
            // A range of time belongs to days; after days without one further days follow.
            require(read.group("days") != null || !isListOfDays);
            isListOfDays = read.group("hours") == null;
            if (!isListOfDays) {
                add(found, days, read.group("hours"));
            }
        }
        require(!isListOfDays);
        return days;
    }

    /** The ranges of this day in their order, without gaps of no length; what began the day before is among them. */
    List<DayRange> on(DayOfWeek day) {
        List<DayRange> merged = new ArrayList<>();
        Stream.of(day.minus(1), day)
                .flatMap(begun -> within(begun, day))
                .sorted(Comparator.comparingInt(DayRange::from))
                .forEach(range -> addMerged(merged, range));
        return merged;
    }

    /** What the ranges that begin on a day leave on this day, which is the same or the next. */
    private Stream<DayRange> within(DayOfWeek begun, DayOfWeek day) {
        int past = begun == day ? 0 : DayRange.DAY;
        return ranges.getOrDefault(begun, List.of()).stream()
                .map(range ->
                        new DayRange(Math.max(0, range.from() - past), Math.min(DayRange.DAY, range.until() - past)))
                .filter(range -> range.from() < range.until());
    }

    private static void addMerged(List<DayRange> merged, DayRange range) {
        DayRange last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
        if (last != null && range.from() <= last.until()) {
            merged.set(merged.size() - 1, new DayRange(last.from(), Math.max(last.until(), range.until())));
        } else {
            merged.add(range);
        }
    }

    private static void add(Map<DayOfWeek, List<DayRange>> found, Set<DayOfWeek> days, String hours) {
        Matcher times = HOURS.matcher(hours);
        require(times.matches());
        int from = minutes(times.group(1), times.group(2));
        int until = minutes(times.group(3), times.group(4));
        require(from < DayRange.DAY && from != until);
        var range = new DayRange(from, until > from ? until : until + DayRange.DAY);
        days.forEach(day -> found.computeIfAbsent(day, key -> new ArrayList<>()).add(range));
    }

    private static int minutes(String hours, String minutes) {
        int sum = Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
        require(sum <= DayRange.DAY);
        return sum;
    }

    private static Set<DayOfWeek> days(String text) {
        Matcher named = DAYS.matcher(text);
        require(named.matches());
        DayOfWeek last = day(named.group(2) == null ? named.group(1) : named.group(2));
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day = day(named.group(1)); days.add(day) && day != last; ) {
            day = day.plus(1);
        }
        return days;
    }

    private static DayOfWeek day(String name) {
        return Stream.of(DayOfWeek.values())
                .filter(day -> day.name().toLowerCase(Locale.ROOT).startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private static Map<DayOfWeek, List<DayRange>> everyDay() {
        return Stream.of(DayOfWeek.values()).collect(Collectors.toMap(day -> day, day -> List.of(DayRange.WHOLE_DAY)));
    }

    private static void require(boolean right) {
        if (!right) {
            throw new IllegalArgumentException();
        }
    }
}
