package org.answerline.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import org.answerline.platform.observability.Traces;
import org.answerline.sandbox.Beans;
import org.answerline.sandbox.MovableClock;
import org.answerline.sandbox.SharedDatabase;
import org.answerline.sandbox.UsesSharedDatabase;
import org.answerline.telegram.BotApiFaults;
import org.answerline.telegram.client.BotAdminApi;
import org.answerline.telegram.client.BotApi;
import org.answerline.telegram.client.ChatFullInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@UsesSharedDatabase
class ForumCheckTest {

    private final MovableClock clock = new MovableClock();
    private final Beans beans = new Beans();
    private int asked;

    @AfterEach
    void close() {
        beans.close();
    }

    @Test
    void aQuestionThatFailsIsRepeatedAfterGrowingPauses() {
        SharedDatabase.clean();
        beans.with(Clock.class, clock)
                .with(Traces.class, new Traces())
                .with(BotApi.class, null)
                .with(BotAdminApi.class, new BotAdminApi(null) {
                    @Override
                    public ChatFullInfo chat(long chatId) {
                        asked++;
                        throw BotApiFaults.notReached("refused");
                    }
                })
                .setting("TELEGRAM_SUPPORT_BOT_TOKEN", "42:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
                .setting("TELEGRAM_ADMIN_CHAT_ID", "-1000000000500");
        ForumCheck check = beans.get(ForumCheck.class);
        for (int second = 0; second < 60; second += 5) {
            beans.inTransaction(check::ask);
            clock.pass(Duration.ofSeconds(5));
        }
        assertEquals(3, asked);
    }
}
