package org.answerline.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.answerline.conversation.message.MessageRows;
import org.answerline.platform.config.Settings;
import org.answerline.platform.config.SiteSettings;
import org.answerline.platform.database.CleanupTask;
import org.answerline.platform.observability.Log;

/** Deletes messages after a number of days, if the owner has set one; accounts stay. */
@ApplicationScoped
public class Retention implements CleanupTask {

    private static final Logger LOG = Log.of(Retention.class);

    /** Few enough to lock nothing for long. */
    private static final int BATCH = 500;

    private final MessageRows messages;
    private final Settings settings;
    private final Clock clock;

    /** For the CDI proxy. */
    protected Retention() {
        this(null, null, null);
    }

    @Inject
    Retention(MessageRows messages, Settings settings, Clock clock) {
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    /** Deletes expired messages with their files and notices in batches; nodes that run at the same time take different messages. */
    @Override
    public void deleteOld() {
        Optional<Integer> days = settings.configured(SiteSettings.RETENTION);
        if (days.isPresent()) {
            Instant limit = clock.instant().minus(Duration.ofDays(days.get()));
            while (messages.deleteBefore(limit, BATCH) > 0) {
                // until there are no more
            }
            logWaiting(messages.countWaitingBefore(limit));
        }
    }

    /** Logs how many expired messages still wait, so that the owner knows why they are kept. */
    private static void logWaiting(long waiting) {
        if (waiting > 0) {
            LOG.log(
                    Level.WARNING,
                    () -> waiting
                            + " messages are older than " + SiteSettings.RETENTION
                            + " and are kept until they are delivered");
        }
    }
}
