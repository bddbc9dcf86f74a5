package org.answerline.conversation.block;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.answerline.platform.text.InputText;

/**
 * How long a user is blocked, as an operator types it: {@code 30m}, {@code 12h}, {@code 7d}, {@code 2w}, or nothing.
 *
 * @param duration empty if the block lasts until it is ended
 */
public record BlockPeriod(Optional<Duration> duration) {

    private static final Pattern TYPED = Pattern.compile("([0-9]{1,5}) ?([mhdw])");
    private static final Duration LONGEST = Duration.ofDays(3_660);

    /** Reads what was typed; empty if it is no period, is zero or is longer than ten years. */
    public static Optional<BlockPeriod> read(String typed) {
        String text = InputText.strip(typed).toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            return Optional.of(new BlockPeriod(Optional.empty()));
        }
        Matcher period = TYPED.matcher(text);
        if (!period.matches()) {
            return Optional.empty();
        }
        Duration duration = unit(period.group(2)).multipliedBy(Long.parseLong(period.group(1)));
        boolean isPossible = !duration.isZero() && duration.compareTo(LONGEST) <= 0;
        return isPossible ? Optional.of(new BlockPeriod(Optional.of(duration))) : Optional.empty();
    }

    /** When it ends if it begins now. */
    Optional<Instant> end(Instant now) {
        return duration.map(now::plus);
    }

    private static Duration unit(String letter) {
        return switch (letter) {
            case "m" -> Duration.ofMinutes(1);
            case "h" -> Duration.ofHours(1);
            case "d" -> Duration.ofDays(1);
            default -> Duration.ofDays(7);
        };
    }
}
