package org.answerline.site;

import java.time.Duration;
import java.util.Locale;

/** How long to wait, as a person would say it: seconds up to a minute, then whole minutes, rounded up. */
final class WaitWords {
    private WaitWords() {}

    static String of(Texts texts, Locale reader, Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return seconds < 60
                ? texts.count(reader, "account.wait.seconds", seconds)
                : texts.count(reader, "account.wait.minutes", (seconds + 59) / 60);
    }
}
