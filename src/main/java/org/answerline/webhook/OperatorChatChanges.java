package org.answerline.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.conversation.topic.CreatedTopics;
import org.answerline.delivery.ChatRedirect;
import org.answerline.delivery.Outbox;
import org.answerline.delivery.alarm.Alarms;
import org.answerline.delivery.topic.OperatorForum;
import org.answerline.platform.observability.Log;
import org.answerline.telegram.BotSettings;
import org.answerline.telegram.update.Message;
import org.answerline.webhook.event.IncomingEvent;

/** Handles what happens to the operators' chat itself: the bot is added or removed, the group becomes a supergroup. */
@ApplicationScoped
class OperatorChatChanges {

    private static final Logger LOG = Log.of(OperatorChatChanges.class);

    @Inject
    private OperatorChat operator;

    @Inject
    private Outbox outbox;

    @Inject
    private ChatRedirect redirect;

    @Inject
    private Alarms alarms;

    @Inject
    private OperatorForum forum;

    @Inject
    private CreatedTopics topics;

    @Inject
    private BotSettings bot;

    /** The bot was added to the chat again (waiting messages are sent at once), or was removed from it. */
    void membership(IncomingEvent.BotMembershipChanged membership) {
        forum.askAgain();
        if (membership.open()) {
            alarms.botAdded(operator.id());
            outbox.resume(operator.id());
        } else {
            alarms.botRemoved(operator.id(), "the bot was removed");
            LOG.log(
                    Level.ERROR,
                    "The bot was removed from the operators' chat; questions wait until it is added again");
        }
    }

    /** Everything that waits for the group goes to the supergroup. */
    void moved(IncomingEvent.GroupMoved moved) {
        if (operator.isOperatorChat(moved.oldChatId())) {
            redirect.upgraded(moved.oldChatId(), moved.newChatId());
            forum.askAgain();
        }
    }

    /** A topic of the bot may be one whose creation Telegram has not answered. */
    void topicCreated(IncomingEvent.TopicCreated created) {
        if (created.author() == bot.botId()) {
            topics.created(created.topic().name(), created.topic().id());
        }
    }

    /** Telegram tells a bot only by the messages of a chat that it has become a forum, or is none any more. */
    void seen(Message.Chat chat) {
        if (chat.isForum() != forum.isForum(chat.id())) {
            forum.askAgain();
        }
    }
}
