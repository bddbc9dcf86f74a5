package org.answerline.platform.hours;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * When the team answers: weekly hours in a time zone, without holidays. A holiday lasts from midnight to midnight, also for hours that
 * began the evening before.
 *
 * <p>Where clocks are changed, a time that does not exist is the moment of the change. Of a time that exists twice, hours begin at the
 * first one and end at the second.
 */
public final class SupportHours {

    /** A team that does not work for longer than this is taken for one that never comes back. */
    private static final int HORIZON_DAYS = 800;

    private final WeeklyHours week;
    private final Holidays holidays;
    private final ZoneId zone;

    public SupportHours(WeeklyHours week, Holidays holidays, ZoneId zone) {
        this.week = week;
        this.holidays = holidays;
        this.zone = zone;
    }

    /** The time zone of the hours. */
    public ZoneId zone() {
        return zone;
    }

    /** Whether somebody answers at this moment. */
    public boolean isOpen(Instant moment) {
        return openOn(moment.atZone(zone).toLocalDate()).stream().anyMatch(open -> open.contains(moment));
    }

    /** When somebody answers again, seen from a moment at which nobody does; empty if that is years away. */
    public Optional<Instant> nextOpening(Instant closed) {
        LocalDate today = closed.atZone(zone).toLocalDate();
        return today.datesUntil(today.plusDays(HORIZON_DAYS))
                .flatMap(day -> openOn(day).stream())
                .map(TimeSpan::from)
                .filter(from -> from.isAfter(closed))
                .findFirst();
    }

    /**
     * The times at which nobody answers, in their order: the current one from its beginning, and those that begin within some days.
     * One that ends only years later has {@link Instant#MAX} as its end.
     */
    public List<TimeSpan> closedFrom(Instant moment, int days) {
        LocalDate today = moment.atZone(zone).toLocalDate();
        Instant end = moment.plus(Duration.ofDays(days));
        List<TimeSpan> closed = new ArrayList<>();
        Instant closedSince = isOpen(moment) ? moment : closing(moment);
        for (TimeSpan open : openBetween(today, today.plusDays(days + 1L))) {
            if (open.until().isAfter(moment) && open.from().isBefore(end)) {
                addUnlessEmpty(closed, closedSince, open.from());
                closedSince = open.until();
            }
        }
        if (closedSince.isBefore(end)) {
            addUnlessEmpty(closed, closedSince, nextOpening(closedSince).orElse(Instant.MAX));
        }
        return closed;
    }

    /** When the closed time began that this moment is in. */
    private Instant closing(Instant closed) {
        Duration shortest = Duration.ofNanos(1);
        return before(closed, shortest).map(open -> open.plus(shortest)).orElse(Instant.EPOCH);
    }

    /** How much of the time between two moments somebody answered. */
    public Duration openTime(Instant from, Instant until) {
        Duration sum = Duration.ZERO;
        LocalDate last = until.atZone(zone).toLocalDate();
        LocalDate first = from.atZone(zone).toLocalDate();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            for (TimeSpan open : openOn(day)) {
                Instant begin = open.from().isAfter(from) ? open.from() : from;
                Instant end = open.until().isBefore(until) ? open.until() : until;
                sum = begin.isBefore(end) ? sum.plus(Duration.between(begin, end)) : sum;
            }
        }
        return sum;
    }

    /** The latest moment since which so much open time has passed; empty if that was years ago. */
    public Optional<Instant> before(Instant now, Duration openTime) {
        Duration left = openTime;
        LocalDate today = now.atZone(zone).toLocalDate();
        for (int back = 0; back < HORIZON_DAYS; back++) {
            List<TimeSpan> newestFirst = new ArrayList<>(openOn(today.minusDays(back)));
            Collections.reverse(newestFirst);
            for (TimeSpan open : newestFirst) {
                TimeSpan past = new TimeSpan(open.from(), open.until().isBefore(now) ? open.until() : now);
                if (past.from().isBefore(past.until()) && past.length().compareTo(left) >= 0) {
                    return Optional.of(past.until().minus(left));
                }
                left = past.from().isBefore(past.until()) ? left.minus(past.length()) : left;
            }
        }
        return Optional.empty();
    }

    private List<TimeSpan> openBetween(LocalDate first, LocalDate last) {
        List<TimeSpan> spans = new ArrayList<>();
        first.datesUntil(last.plusDays(1)).flatMap(day -> openOn(day).stream()).forEach(span -> {
            TimeSpan before = spans.isEmpty() ? null : spans.get(spans.size() - 1);
            if (before != null && before.until().equals(span.from())) {
                spans.set(spans.size() - 1, new TimeSpan(before.from(), span.until()));
            } else {
                spans.add(span);
            }
        });
        return spans;
    }

    /** The open times of one day, in their order. */
    private List<TimeSpan> openOn(LocalDate day) {
        if (holidays.contains(day)) {
            return List.of();
        }
        return week.on(day.getDayOfWeek()).stream()
                .map(range -> new TimeSpan(moment(day, range.from(), true), moment(day, range.until(), false)))
                .filter(span -> span.from().isBefore(span.until()))
                .toList();
    }

    private Instant moment(LocalDate day, int minutes, boolean isBeginning) {
        LocalDateTime local = minutes == DayRange.DAY
                ? day.plusDays(1).atStartOfDay()
                : day.atTime(LocalTime.ofSecondOfDay(minutes * 60L));
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        if (change != null && change.isGap()) {
            return change.getInstant();
        }
        ZonedDateTime zoned = ZonedDateTime.of(local, zone);
        return (isBeginning ? zoned.withEarlierOffsetAtOverlap() : zoned.withLaterOffsetAtOverlap()).toInstant();
    }

    private static void addUnlessEmpty(List<TimeSpan> spans, Instant from, Instant until) {
        if (from.isBefore(until)) {
            spans.add(new TimeSpan(from, until));
        }
    }
}
