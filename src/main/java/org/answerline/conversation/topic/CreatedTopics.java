package org.answerline.conversation.topic;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.OptionalLong;
import org.answerline.conversation.message.QuestionNumbers;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.conversation.outgoing.UserTopicName;
import org.answerline.delivery.DeliveryRows;
import org.answerline.delivery.message.MessageKind;
import org.answerline.delivery.topic.TopicRows;

/** Takes over topics that the bot has created although Telegram's answer was lost. */
@ApplicationScoped
public class CreatedTopics {

    @Inject
    private TopicRows topics;

    @Inject
    private TopicRecaps recaps;

    @Inject
    private QuestionNumbers numbers;

    @Inject
    private DeliveryRows deliveries;

    @Inject
    private OperatorChat operator;

    /** Telegram reports a topic of the bot: the user's who waits for it, or one of a user who was erased meanwhile, which is deleted. */
    public void created(String name, long threadId) {
        topics.adopt(operator.id(), name, threadId)
                .ifPresentOrElse(
                        adopted -> {
                            if (adopted.isReplacement()) {
                                recaps.tell(adopted.userId());
                            }
                        },
                        () -> deleteIfErased(name, threadId));
    }

    /** A name ends with the number of a question of its user: when nothing has that number any more, the user's data was erased. */
    private void deleteIfErased(String name, long threadId) {
        OptionalLong number = UserTopicName.numberIn(name);
        boolean isErased = number.isPresent()
                && topics.userOf(operator.id(), threadId).isEmpty()
                && numbers.wasGiven(number.getAsLong())
                && numbers.numbered(number.getAsLong()).isEmpty();
        if (isErased) {
            deliveries.add(operator.id(), MessageKind.TOPIC_ERASURE, Long.toString(threadId));
        }
    }
}
