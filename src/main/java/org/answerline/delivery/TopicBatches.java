package org.answerline.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.answerline.delivery.message.Delivery;
import org.answerline.delivery.send.SendBatch;
import org.answerline.delivery.topic.OperatorForum;
import org.answerline.delivery.topic.TopicPlaces;
import org.answerline.delivery.topic.TopicRows;

/**
 * Finds the topic of each batch, in the caller's transaction. A batch waits until its topic exists; where there can be none it goes to
 * General, so that nothing is lost and nothing waits for a topic.
 */
@ApplicationScoped
class TopicBatches {

    @Inject
    private TopicPlaces places;

    @Inject
    private TopicRows topics;

    @Inject
    private OperatorForum forum;

    /** The batch with its place; several users' notices in one message go to General. */
    SendBatch placed(SendBatch batch) {
        Long user = batch.topicUserId();
        return user == null ? batch : batch.at(places.of(batch.chatId(), user));
    }

    /**
     * The notices at the head of a long queue that may be sent as one message: in a forum those of one user, for that user's topic, or
     * those of several users who have no topic yet, for General, because creating topics costs as much as messages do.
     */
    List<Delivery> together(List<Delivery> queued) {
        Delivery head = queued.get(0);
        if (head.topicUserId() == null || !forum.isForum(head.chatId())) {
            return queued;
        }
        List<Delivery> ofOneUser = queued.stream()
                .takeWhile(delivery -> Objects.equals(delivery.topicUserId(), head.topicUserId()))
                .toList();
        if (ofOneUser.size() > 1) {
            return ofOneUser;
        }
        List<Long> users = queued.stream()
                .flatMap(delivery -> Stream.ofNullable(delivery.topicUserId()))
                .distinct()
                .toList();
        Set<Long> withTopic = topics.existing(head.chatId(), users);
        List<Delivery> withoutTopic = queued.stream()
                .takeWhile(delivery -> delivery.topicUserId() != null && !withTopic.contains(delivery.topicUserId()))
                .toList();
        return withoutTopic.isEmpty() ? ofOneUser : withoutTopic;
    }
}
