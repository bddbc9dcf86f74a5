package org.answerline.webhook.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.answerline.conversation.message.RepliedToMessage;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.conversation.reply.OperatorNotes;
import org.answerline.delivery.topic.OperatorForum;
import org.answerline.delivery.topic.TopicRows;
import org.answerline.telegram.BotSettings;
import org.answerline.webhook.event.IncomingEvent;

/** Whose topic a message of the operators' chat is in, and whether what is written there is an answer. */
@ApplicationScoped
class TopicUsers {

    @Inject
    private TopicRows topics;

    @Inject
    private OperatorForum forum;

    @Inject
    private OperatorChat operator;

    @Inject
    private OperatorNotes notes;

    @Inject
    private BotSettings bot;

    /**
     * The user whose topic this is; empty in General, in topics that people have created, and where topics are not used. That a topic is
     * stored proves that the chat is a forum: this node may not have learnt it yet.
     */
    Optional<Long> of(Optional<Long> topicId) {
        return topicId.filter(id -> forum.isPossible(operator.id())).flatMap(id -> topics.userOf(operator.id(), id));
    }

    /** What a message in a user's topic replies to when Reply was not pressed; empty in any other place. */
    Optional<RepliedToMessage> repliedIn(Optional<Long> topicId) {
        return of(topicId).map(user -> RepliedToMessage.topic(bot.botId(), user));
    }

    /**
     * Whether it is in a topic that the bot created for a user and that is no user's any more, where operators may believe that the user
     * reads it.
     */
    boolean isOfNobody(IncomingEvent.OperatorChatter talk) {
        boolean isOfBot = talk.topicCreator().filter(id -> id == bot.botId()).isPresent();
        return isOfBot
                && isEveryMessageAnAnswer()
                && talk.topicId()
                        .filter(id -> forum.isPossible(operator.id()))
                        .filter(id -> !topics.isTaken(operator.id(), id))
                        .isPresent();
    }

    /** Whether every message in a topic is an answer, and not only Replies. */
    boolean isEveryMessageAnAnswer() {
        return forum.isEveryMessageAnAnswer();
    }

    /** Whether operators write in topics where everything is an answer. */
    boolean areMessagesAnswers() {
        return isEveryMessageAnAnswer() && forum.isForum(operator.id());
    }

    /** Whether a Reply in a topic replies to a note: then it is talk among operators. */
    boolean isAboutNote(RepliedToMessage replied) {
        return replied.topicUserId().isPresent() && notes.isNote(operator.id(), replied.messageId());
    }
}
