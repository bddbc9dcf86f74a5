package org.answerline.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
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

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private BotSettings bot;

    @Inject
    private Clock clock;

    /** Whether this update comes for the first time; a second one at the same instant waits for the first to commit. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean first(long updateId) {
        return entities.createNativeQuery(
                                "insert into seen_updates (bot_id, update_id, seen_at) values (?1, ?2, ?3) on conflict do nothing")
                        .setParameter(1, bot.botId())
                        .setParameter(2, updateId)
                        .setParameter(3, Timestamp.from(clock.instant()))
                        .executeUpdate()
                == 1;
    }

    /** Forgets what cannot come again. */
    @Transactional
    public void forgetOld() {
        entities.createNativeQuery("delete from seen_updates where seen_at < ?1")
                .setParameter(1, Timestamp.from(clock.instant().minus(MEMORY)))
                .executeUpdate();
    }
}
