package org.answerline.operations;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.answerline.conversation.SupportDesk;
import org.answerline.delivery.Courier;
import org.answerline.linking.BotIdentity;
import org.answerline.webhook.RejectedUpdates;
import org.answerline.webhook.SecondChance;
import org.answerline.webhook.SeenUpdates;

/** Does on every node, now and then, what no request has to wait for; harmless when two nodes do it at once. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class Upkeep {

    @Inject
    private SeenUpdates seen;

    @Inject
    private RejectedUpdates rejected;

    @Inject
    private SecondChance secondChance;

    @Inject
    private Courier courier;

    @Inject
    private SupportDesk desk;

    @Inject
    private BotIdentity bot;

    /** Deletes what nobody needs any more. */
    @Schedule(hour = "*", minute = "17", persistent = false)
    void forget() {
        seen.forgetOld();
        rejected.forgetOld();
        courier.forgetHistory();
        desk.forgetOldSubmissions();
    }

    /** Gives updates that were set aside a second chance. */
    @Schedule(hour = "*", minute = "*", second = "7", persistent = false)
    void tryAnew() {
        secondChance.give();
    }

    /** Asks who the bot is until Telegram has answered. */
    @Schedule(hour = "*", minute = "*", second = "*/30", persistent = false)
    void learnTheBot() {
        bot.learn();
    }
}
