package org.answerline.sandbox.chaos;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionException;
import org.answerline.sandbox.telegram.SandboxTelegram;
import org.answerline.sandbox.telegram.SandboxUpdate;

/** Telegram at its most forgetful: brings updates again that were brought before, several times at once. */
final class Repeater {

    private static final int RECENT = 50;

    private final SandboxTelegram telegram;
    private final Journal journal;
    private final Random random;

    Repeater(SandboxTelegram telegram, Journal journal, long seed) {
        this.telegram = telegram;
        this.journal = journal;
        this.random = new Random(seed);
    }

    /** Repeats until interrupted. */
    void repeat() {
        while (true) {
            Pause.about(Duration.ofMillis(700), random);
            // One that was never brought would overtake those before it, which Telegram does not let happen.
            List<SandboxUpdate> brought = telegram.updates().stream()
                    .filter(update -> update.attempts() > 0)
                    .toList();
            if (!brought.isEmpty()) {
                int back = random.nextInt(Math.min(RECENT, brought.size()));
                again(brought.get(brought.size() - 1 - back));
            }
        }
    }

    private void again(SandboxUpdate update) {
        int times = 1 + random.nextInt(3);
        try {
            telegram.redeliver(update.id(), times, true);
            journal.repeatedUpdates.addAndGet(times);
        } catch (CompletionException serverGone) {
            // It will be brought again, by us or by its queue.
        }
    }
}
