package org.answerline.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import org.answerline.platform.database.JdbcClient;
import org.answerline.telegram.BotSettings;

/** Which updates were handled, so that one that comes again (even at the same instant, on another node) does nothing. */
@ApplicationScoped
public class ProcessedUpdates {

    /**
     * Telegram brings an update again for a day, and may restart its ids at random after a quiet week.
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

    /** Whether this update comes for the first time; a second one at the same instant waits for the first to commit. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean first(long updateId) {
        return database.update(
                        "insert into seen_updates (bot_id, update_id, seen_at) values (?, ?, ?) on conflict do nothing",
                        bot.botId(),
                        updateId,
                        clock.instant())
                == 1;
    }

    /** Forgets what cannot come again. */
    @Transactional
    public void forgetOld() {
        database.update(
                "delete from seen_updates where seen_at < ?", clock.instant().minus(MEMORY));
    }
}
