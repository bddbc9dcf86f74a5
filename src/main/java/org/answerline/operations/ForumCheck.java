package org.answerline.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.conversation.topic.TopicIcons;
import org.answerline.delivery.topic.OperatorForum;
import org.answerline.delivery.topic.OperatorForum.Topics;
import org.answerline.delivery.topic.TopicRows;
import org.answerline.platform.observability.Log;
import org.answerline.telegram.BotApiException;
import org.answerline.telegram.BotSettings;
import org.answerline.telegram.client.BotAdminApi;
import org.answerline.telegram.client.BotApi;

/** Asks Telegram whether the operators' chat has topics and the bot may create them; must not run in a transaction. */
@ApplicationScoped
public class ForumCheck {

    private static final Logger LOG = Log.of(ForumCheck.class);

    /** Nothing tells a bot that a group has become a forum, except a message there. */
    private static final Duration INTERVAL = Duration.ofMinutes(5);

    @Inject
    private OperatorForum forum;

    @Inject
    private OperatorChat operator;

    @Inject
    private BotAdminApi telegram;

    @Inject
    private BotApi messages;

    @Inject
    private BotSettings bot;

    @Inject
    private TopicRows topics;

    @Inject
    private Clock clock;

    /** After the first question that Telegram did not answer; it doubles until it is {@link #INTERVAL}. */
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);

    private volatile Instant askedAt = Instant.MIN;
    private volatile Instant pausedUntil = Instant.MIN;
    private volatile Duration pause = FIRST_PAUSE;
    private volatile long askedChat;
    private volatile boolean areIconsAsked;

    /** Asks if something has happened, or some minutes after the last time. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void ask() {
        long chatId = operator.id();
        boolean isDue =
                forum.isStale() || chatId != askedChat || clock.instant().isAfter(askedAt.plus(INTERVAL));
        if (!isDue || clock.instant().isBefore(pausedUntil) || !forum.isPossible(chatId)) {
            return;
        }
        try {
            Topics answer = answer(chatId);
            askedAt = clock.instant();
            pause = FIRST_PAUSE;
            askedChat = chatId;
            if (forum.learned(chatId, answer)) {
                topics.tryAgain(chatId);
            }
            askForIcons(answer);
        } catch (BotApiException unknown) {
            pausedUntil = clock.instant().plus(pause);
            pause = pause.multipliedBy(2).compareTo(INTERVAL) < 0 ? pause.multipliedBy(2) : INTERVAL;
            LOG.log(
                    Level.INFO,
                    () -> "Telegram does not say whether the operators' chat has topics: " + unknown.getMessage());
        }
    }

    /** The icons of topics are the same in all chats and are asked for once; a bot that does not find the three it needs sets none. */
    private void askForIcons(Topics answer) {
        if (answer == Topics.NONE || areIconsAsked) {
            return;
        }
        Map<String, String> icons = messages.topicIcons();
        areIconsAsked = true;
        if (icons.keySet().containsAll(TopicIcons.emoji())) {
            forum.learnedIcons(icons);
        } else {
            LOG.log(Level.WARNING, "Telegram has no such icons for topics any more; topics keep theirs");
        }
    }

    private Topics answer(long chatId) {
        if (!telegram.chat(chatId).isForum()) {
            return Topics.NONE;
        }
        return telegram.chatMember(chatId, bot.botId()).mayManageTopics() ? Topics.ALLOWED : Topics.NOT_ALLOWED;
    }
}
