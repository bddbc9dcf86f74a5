package org.answerline.platform.hours;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Days on which nobody works: dates such as {@code 2026-12-25}, {@code 12-25} in every year, and ranges of either. */
public final class Holidays {

    /** No day. */
    public static final Holidays NONE = new Holidays(List.of());

    private static final String DATE = "((?:[0-9]{4}-)?[0-9]{2}-[0-9]{2})";
    private static final Pattern ENTRY = Pattern.compile(DATE + "(?:\\s*(?:\\.\\.|[-–/])\\s*" + DATE + ")?");
    private static final Pattern SEPARATOR = Pattern.compile("\\s*[;,]\\s*");
    private static final int YEARLY = "12-25".length();

    private final List<Predicate<LocalDate>> entries;

    private Holidays(List<Predicate<LocalDate>> entries) {
        this.entries = entries;
    }

    /** Reads the text of a setting; fails with an {@link IllegalArgumentException} if it is none. */
    public static Holidays parse(String text) {
        return new Holidays(Stream.of(SEPARATOR.split(text.strip(), -1))
                .map(Holidays::entry)
                .toList());
    }

    /** Whether this day is one of them. */
    boolean contains(LocalDate day) {
        return entries.stream().anyMatch(entry -> entry.test(day));
    }

    private static Predicate<LocalDate> entry(String text) {
        Matcher read = ENTRY.matcher(text);
        require(read.matches());
        String first = read.group(1);
        String last = read.group(2) == null ? first : read.group(2);
        require(first.length() == last.length());
        try {
            return first.length() == YEARLY
                    ? yearly(MonthDay.parse("--" + first), MonthDay.parse("--" + last))
                    : once(LocalDate.parse(first), LocalDate.parse(last));
        } catch (DateTimeException noDate) {
            throw new IllegalArgumentException(noDate);
        }
    }

    /** A range that ends before it begins lasts into the next year. */
    private static Predicate<LocalDate> yearly(MonthDay first, MonthDay last) {
        boolean isWithinYear = !last.isBefore(first);
        return date -> {
            MonthDay day = MonthDay.from(date);
            return isWithinYear
                    ? !day.isBefore(first) && !day.isAfter(last)
                    : !day.isBefore(first) || !day.isAfter(last);
        };
    }

    private static Predicate<LocalDate> once(LocalDate first, LocalDate last) {
        require(!last.isBefore(first));
        return date -> !date.isBefore(first) && !date.isAfter(last);
    }

    private static void require(boolean right) {
        if (!right) {
            throw new IllegalArgumentException();
        }
    }
}
