package org.answerline.site.view;

import java.time.Duration;
import org.answerline.platform.text.Texts;

/** The text for a waiting time: seconds up to a minute, then whole minutes, rounded up. */
public final class WaitText {
    private static final int MINUTE = 60;

    private WaitText() {}

    public static String of(Texts texts, Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return seconds < MINUTE
                ? texts.counted("account.wait.seconds.", seconds)
                : texts.counted("account.wait.minutes.", (seconds + MINUTE - 1) / MINUTE);
    }
}
