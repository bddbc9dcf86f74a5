package org.answerline.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Executor;
import org.answerline.linking.BotUsername;
import org.answerline.operations.registration.WebhookAutoRegistration;

/** The first calls to Telegram after a start; {@link TelegramJobs} repeats what did not succeed. */
@ApplicationScoped
public class TelegramStartup {

    @Inject
    private BotUsername username;

    @Inject
    private WebhookAutoRegistration webhook;

    @Inject
    private ForumCheck forum;

    /** Makes the calls on other threads, because Telegram may take long to answer. */
    void callInBackground(Executor background) {
        username.allowAsking();
        background.execute(username::learn);
        background.execute(webhook::ensure);
        background.execute(forum::ask);
    }
}
