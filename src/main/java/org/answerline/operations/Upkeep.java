package org.answerline.operations;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.answerline.account.Letters;
import org.answerline.account.Postman;
import org.answerline.attachment.Attachments;
import org.answerline.conversation.GivenHints;
import org.answerline.conversation.QuestionDrafts;
import org.answerline.conversation.SupportDesk;
import org.answerline.delivery.Courier;
import org.answerline.linking.BotIdentity;
import org.answerline.operations.alarms.AlarmLetters;
import org.answerline.operations.registration.OwnWebhook;
import org.answerline.platform.DatabaseClock;
import org.answerline.platform.Log;
import org.answerline.rights.Retention;
import org.answerline.webhook.RejectedUpdates;
import org.answerline.webhook.SecondChance;
import org.answerline.webhook.SeenUpdates;

/** Does on every node, now and then, what no request has to wait for; harmless when two nodes do it at once. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class Upkeep {

    private static final Logger LOG = Log.of(Upkeep.class);

    @Inject
    private SeenUpdates seen;

    @Inject
    private RejectedUpdates rejected;

    @Inject
    private SecondChance secondChance;

    @Inject
    private Courier courier;

    @Inject
    private DatabaseClock time;

    @Inject
    private SupportDesk desk;

    @Inject
    private GivenHints hints;

    @Inject
    private Attachments attachments;

    @Inject
    private Retention retention;

    @Inject
    private BotIdentity bot;

    @Inject
    private OwnWebhook webhook;

    @Inject
    private Postman postman;

    @Inject
    private QuestionDrafts drafts;

    @Inject
    private Letters letters;

    @Inject
    private AlarmLetters alarms;

    /** Deletes what nobody needs any more. */
    @Schedule(hour = "*", minute = "17", persistent = false)
    void forget() {
        calmly(seen::forgetOld);
        calmly(rejected::forgetOld);
        calmly(courier::forgetHistory);
        calmly(desk::forgetOldSubmissions);
        calmly(desk::forgetOldReferences);
        calmly(hints::forgetOld);
        calmly(retention::forgetOld);
        calmly(drafts::forgetOld);
        calmly(attachments::forgetOld);
        calmly(letters::forgetOld);
    }

    /** Tries letters again that the mail server did not take. */
    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void carryLetters() {
        calmly(postman::carry);
    }

    /** Tells the owner by mail what keeps messages from leaving. */
    @Schedule(hour = "*", minute = "*", second = "5/10", persistent = false)
    void tellAlarms() {
        calmly(alarms::look);
    }

    /** Registers the webhook until Telegram has taken it. */
    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
    void registerTheWebhook() {
        calmly(webhook::ensure);
    }

    /** Asks the database what time it is. */
    @Schedule(hour = "*", minute = "*", second = "*/20", persistent = false)
    void setTheClock() {
        calmly(time::synchronise);
    }

    /** Deletes the lanes of chats that nothing waits for. */
    @Schedule(hour = "*", minute = "*", second = "37", persistent = false)
    void forgetIdleLanes() {
        calmly(courier::forgetIdleLanes);
    }

    /** Gives updates that were set aside a second chance. */
    @Schedule(hour = "*", minute = "*", second = "7", persistent = false)
    void tryAnew() {
        calmly(secondChance::give);
    }

    /** Sends answers that are held for no reason any more. */
    @Schedule(hour = "*", minute = "*", second = "37", persistent = false)
    void sweepHeld() {
        calmly(desk::sweepHeld);
    }

    /** Asks who the bot is until Telegram has answered. */
    @Schedule(hour = "*", minute = "*", second = "*/30", persistent = false)
    void learnTheBot() {
        calmly(bot::learn);
    }

    /** A timer whose call fails is cancelled by the server for good, so that one outage would be the end of all upkeep. */
    private static void calmly(Runnable work) {
        try {
            work.run();
        } catch (Exception later) {
            LOG.log(Level.WARNING, () -> "A scheduled job failed; trying again later: " + later);
        }
    }
}
