package org.answerline.operations;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.answerline.linking.BotUsername;
import org.answerline.operations.registration.WebhookAutoRegistration;
import org.answerline.webhook.FailedUpdateRetry;
import org.eclipse.microprofile.health.Startup;

/**
 * Work that every node does from time to time and that may call Telegram; harmless when two nodes do it at the same time.
 *
 * <p>None of it begins before the application has started, although timers do: see {@link StartupServlet}.
 */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class TelegramJobs {

    @Inject
    @Startup
    private StartupCheck application;

    @Inject
    private FailedUpdateRetry failedUpdates;

    @Inject
    private TransactionalJobs jobs;

    @Inject
    private BotUsername username;

    @Inject
    private ForumCheck forum;

    @Inject
    private WebhookAutoRegistration webhook;

    /** Registers the webhook until Telegram has accepted it. */
    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
    void registerWebhook() {
        afterStart(() -> webhook.ensure());
    }

    /** Handles updates again that failed. */
    @Schedule(hour = "*", minute = "*", second = "7", persistent = false)
    void retryFailedUpdates() {
        afterStart(() -> jobs.run(failedUpdates::give));
    }

    /** Follows the topics of the operators' chat and the bot's rights there. */
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void learnTopics() {
        afterStart(() -> forum.ask());
    }

    /** Asks Telegram for the bot's username until it has answered. */
    @Schedule(hour = "*", minute = "*", second = "*/30", persistent = false)
    void learnUsername() {
        afterStart(() -> username.learn());
    }

    private void afterStart(Runnable job) {
        if (application.isOpen()) {
            ScheduledJobs.safely(job);
        }
    }
}
