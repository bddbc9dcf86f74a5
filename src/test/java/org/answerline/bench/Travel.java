package org.answerline.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.answerline.sandbox.telegram.BotRequest;

/** How long words took from the sender to Telegram, told by the moment that is written in them. */
record Travel(List<Double> millis) {

    static final Pattern MARK = Pattern.compile("sent@(\\d+)@");

    /** What a sender writes into a text to have its way measured. */
    static String mark() {
        return "sent@" + now() + "@";
    }

    /** Microseconds since the epoch. */
    static long now() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    /** Of all messages with a mark that is not older than a moment, the repeated ones too. */
    static Travel of(List<BotRequest> requests, long since) {
        return new Travel(requests.stream()
                .filter(request -> request.method().equalsIgnoreCase("sendMessage"))
                .map(request -> millis(request, since))
                .filter(Objects::nonNull)
                .sorted()
                .toList());
    }

    private static Double millis(BotRequest request, long since) {
        var mark = MARK.matcher(Objects.requireNonNullElse(request.parameters().get("text"), ""));
        return mark.find() && Long.parseLong(mark.group(1)) >= since
                ? (ChronoUnit.MICROS.between(Instant.EPOCH, request.at()) - Long.parseLong(mark.group(1))) / 1000.0
                : null;
    }

    double percentile(double share) {
        return millis.isEmpty()
                ? Double.NaN
                : millis.get((int) Math.min(millis.size() - 1L, (long) (millis.size() * share)));
    }

    /** Number, p50, p99 and the largest, with a space between. */
    @Override
    public String toString() {
        return millis.size() + " " + percentile(0.5) + " " + percentile(0.99) + " " + percentile(1);
    }
}
