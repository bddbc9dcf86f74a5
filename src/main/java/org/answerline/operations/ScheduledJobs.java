package org.answerline.operations;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.answerline.account.mail.AccountMailSender;
import org.answerline.account.mail.AccountMails;
import org.answerline.attachment.Attachments;
import org.answerline.conversation.GivenHints;
import org.answerline.conversation.SupportDesk;
import org.answerline.conversation.draft.QuestionDrafts;
import org.answerline.delivery.OutboxDispatcher;
import org.answerline.linking.BotUsername;
import org.answerline.operations.alarms.AlarmMails;
import org.answerline.operations.registration.WebhookAutoRegistration;
import org.answerline.platform.database.DatabaseClock;
import org.answerline.platform.observability.Log;
import org.answerline.privacy.Retention;
import org.answerline.webhook.FailedUpdateRetry;
import org.answerline.webhook.FailedUpdates;
import org.answerline.webhook.ProcessedUpdates;

/** Does on every node, now and then, what no request has to wait for; harmless when two nodes do it at once. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class ScheduledJobs {

    private static final Logger LOG = Log.of(ScheduledJobs.class);

    @Inject
    private ProcessedUpdates seen;

    @Inject
    private FailedUpdates rejected;

    @Inject
    private FailedUpdateRetry failedUpdateRetry;

    @Inject
    private OutboxDispatcher dispatcher;

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
    private BotUsername bot;

    @Inject
    private WebhookAutoRegistration webhook;

    @Inject
    private AccountMailSender mailSender;

    @Inject
    private QuestionDrafts drafts;

    @Inject
    private AccountMails mails;

    @Inject
    private AlarmMails alarms;

    /** Deletes what nobody needs any more. */
    @Schedule(hour = "*", minute = "17", persistent = false)
    void forget() {
        safely(seen::forgetOld);
        safely(rejected::forgetOld);
        safely(dispatcher::forgetHistory);
        safely(desk::forgetOldSubmissions);
        safely(desk::forgetOldReferences);
        safely(hints::forgetOld);
        safely(retention::forgetOld);
        safely(drafts::forgetOld);
        safely(attachments::forgetOld);
        safely(mails::forgetOld);
    }

    /** Tries e-mails again that the mail server did not take. */
    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void sendAccountMails() {
        safely(mailSender::send);
    }

    /** Tells the owner by mail what keeps messages from leaving. */
    @Schedule(hour = "*", minute = "*", second = "5/10", persistent = false)
    void tellAlarms() {
        safely(alarms::look);
    }

    /** Registers the webhook until Telegram has taken it. */
    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
    void registerTheWebhook() {
        safely(webhook::ensure);
    }

    /** Asks the database what time it is. */
    @Schedule(hour = "*", minute = "*", second = "*/20", persistent = false)
    void setTheClock() {
        safely(time::synchronise);
    }

    /** Deletes the queues of chats that nothing waits for. */
    @Schedule(hour = "*", minute = "*", second = "37", persistent = false)
    void forgetIdleLanes() {
        safely(dispatcher::forgetIdleLanes);
    }

    /** Gives updates that were set aside a second chance. */
    @Schedule(hour = "*", minute = "*", second = "7", persistent = false)
    void tryAnew() {
        safely(failedUpdateRetry::give);
    }

    /** Sends answers that are held for no reason any more. */
    @Schedule(hour = "*", minute = "*", second = "37", persistent = false)
    void sweepHeld() {
        safely(desk::sweepHeld);
    }

    /** Asks who the bot is until Telegram has answered. */
    @Schedule(hour = "*", minute = "*", second = "*/30", persistent = false)
    void learnTheBot() {
        safely(bot::learn);
    }

    /** A timer whose call fails is cancelled by the server for good, so that one outage would be the end of all upkeep. */
    private static void safely(Runnable work) {
        try {
            work.run();
        } catch (Exception later) {
            LOG.log(Level.WARNING, () -> "A scheduled job failed; trying again later: " + later);
        }
    }
}
