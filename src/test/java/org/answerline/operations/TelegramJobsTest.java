package org.answerline.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.answerline.linking.BotUsername;
import org.answerline.operations.doctor.Installation;
import org.answerline.platform.config.Settings;
import org.answerline.sandbox.Beans;
import org.answerline.sandbox.TestDatabase;
import org.answerline.sandbox.telegram.BotRequest;
import org.answerline.sandbox.telegram.SandboxOptions;
import org.answerline.sandbox.telegram.SandboxTelegram;
import org.answerline.webhook.FailedUpdateRetry;
import org.junit.jupiter.api.Test;

/** Timers may fire while the server still sets up the application; a call of Telegram would then break one of its parts for good. */
class TelegramJobsTest {

    @Test
    void telegramIsNotCalledBeforeTheApplicationHasStarted() {
        try (var telegram = SandboxTelegram.start(new SandboxOptions());
                var beans = new Beans()
                        .with(ForumCheck.class, null)
                        .with(Installation.class, installation(telegram))
                        .with(BotUsername.class, null)
                        .with(FailedUpdateRetry.class, null)) {
            var jobs = beans.get(TelegramJobs.class);
            jobs.registerWebhook();
            jobs.learnUsername();
            jobs.retryFailedUpdates();
            jobs.learnTopics();
            assertEquals(List.of(), telegram.requests());
            beans.get(StartupCheck.class).opened();
            jobs.registerWebhook();
            assertEquals(
                    1,
                    telegram.requests().stream()
                            .map(BotRequest::method)
                            .filter("setWebhook"::equals)
                            .count());
        }
    }

    private static Installation installation(SandboxTelegram telegram) {
        var settings = Map.of(
                "TELEGRAM_SUPPORT_BOT_TOKEN",
                telegram.token(),
                "TELEGRAM_ADMIN_CHAT_ID",
                "500",
                "TELEGRAM_API_URL",
                telegram.apiUrl().toString(),
                "SUPPORT_PUBLIC_URL",
                "https://desk.example.org");
        return new Installation(
                new Settings(settings::get), TestDatabase.migrated().dataSource(), Clock.systemUTC());
    }
}
