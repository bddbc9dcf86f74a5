package org.answerline.conversation.hours;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.answerline.platform.config.HoursSettings;
import org.answerline.platform.config.Settings;
import org.answerline.platform.hours.SupportHours;
import org.answerline.platform.hours.TimeSpan;
import org.answerline.platform.text.Texts;

/** Whether somebody answers now, by the owner's settings. */
@ApplicationScoped
public class DeskHours {

    private static final String TEXT = "hours.closed";

    private final SupportHours hours;
    private final boolean isAlwaysOpen;
    private final Clock clock;

    /** For the CDI proxy. */
    protected DeskHours() {
        hours = null;
        isAlwaysOpen = true;
        clock = null;
    }

    @Inject
    DeskHours(Settings settings, Clock clock) {
        this.hours = HoursSettings.supportHours(settings);
        this.isAlwaysOpen = !settings.isSet(HoursSettings.HOURS) && !settings.isSet(HoursSettings.HOLIDAYS);
        this.clock = clock;
    }

    /** The time zone of the team. */
    public ZoneId zone() {
        return hours.zone();
    }

    /** Whether somebody answers now. */
    public boolean isOpen() {
        return isAlwaysOpen || hours.isOpen(clock.instant());
    }

    /** The time at which nobody answers, if it is such a time now. */
    public Optional<ClosedPeriod> closedPeriod() {
        return isOpen()
                ? Optional.empty()
                : hours.closedFrom(clock.instant(), 0).stream()
                        .map(this::periodOf)
                        .findFirst();
    }

    /** What visitors read in this language before they send a question, if nobody answers now. */
    public Optional<String> closedText(Texts texts) {
        return closedPeriod().map(period -> text(period, texts));
    }

    /** What visitors read in this language while nobody answers. */
    public static String text(ClosedPeriod period, Texts texts) {
        return period.text(texts, TEXT);
    }

    /** The current time at which nobody answers, and those that begin within some days. */
    public List<ClosedPeriod> closedPeriods(int days) {
        return isAlwaysOpen
                ? List.of()
                : hours.closedFrom(clock.instant(), days).stream()
                        .map(this::periodOf)
                        .toList();
    }

    /** The latest moment since which somebody has been there for so long; empty if that was years ago. */
    public Optional<Instant> before(Duration openTime) {
        Instant now = clock.instant();
        return isAlwaysOpen ? Optional.of(now.minus(openTime)) : hours.before(now, openTime);
    }

    private ClosedPeriod periodOf(TimeSpan span) {
        Optional<Instant> back = Optional.of(span.until()).filter(until -> !until.equals(Instant.MAX));
        return new ClosedPeriod(span.from(), back, hours.zone());
    }
}
