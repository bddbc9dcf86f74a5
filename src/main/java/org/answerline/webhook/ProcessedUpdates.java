package org.answerline.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import org.answerline.platform.database.CleanupTask;
import org.answerline.platform.database.JdbcClient;
import org.answerline.telegram.BotSettings;

/** The updates that were handled. A repeated update (even at the same moment on another node) has no effect. */
@ApplicationScoped
public class ProcessedUpdates implements CleanupTask {

    /**
     * Telegram repeats an update for a day, and may continue with a random id after a week without updates.
     *
     * @see <a href="https://core.telegram.org/bots/api#update">Update, update_id</a>
     */
    private static final Duration MEMORY = Duration.ofDays(2);

    @Inject
    private JdbcClient database;

    @Inject
    private BotSettings bot;

    @Inject
    private Clock clock;

    /** Records an update; true if it was not handled before. A second one at the same moment waits until the first has committed. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean first(long updateId) {
        return database.update(
                        "insert into seen_updates (bot_id, update_id, seen_at) values (?, ?, ?) on conflict do nothing",
                        bot.botId(),
                        updateId,
                        clock.instant())
                == 1;
    }

    /** Deletes the records of updates that Telegram no longer repeats. */
    @Override
    @Transactional
    public void deleteOld() {
        database.update(
                "delete from seen_updates where seen_at < ?", clock.instant().minus(MEMORY));
    }
}
