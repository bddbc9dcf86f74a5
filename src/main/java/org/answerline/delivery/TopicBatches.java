package org.answerline.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.answerline.delivery.message.Delivery;
import org.answerline.delivery.message.DeliveryEvent;
import org.answerline.delivery.message.MessageKind;
import org.answerline.delivery.send.SendBatch;
import org.answerline.delivery.send.SendResult;
import org.answerline.delivery.topic.OperatorForum;
import org.answerline.delivery.topic.TopicPlace;
import org.answerline.delivery.topic.TopicPlaces;
import org.answerline.delivery.topic.TopicRows;

/**
 * Finds the topic of each batch and records what became of topics, in the caller's transaction. A batch waits until its topic exists;
 * where there can be none it goes to General, so that nothing is lost and nothing waits for a topic.
 */
@ApplicationScoped
class TopicBatches {

    /** Between two looks whether the update about a topic has come. */
    private static final Duration ADOPTION_PAUSE = Duration.ofSeconds(1);

    @Inject
    private TopicPlaces places;

    @Inject
    private TopicRows topics;

    @Inject
    private OperatorForum forum;

    @Inject
    private DeliveryRepository deliveries;

    @Inject
    private DeliveryRows rows;

    @Inject
    private DeliveryOutcomes outcomes;

    @Inject
    private FailedBatches failed;

    @Inject
    private QueueRelease queue;

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

    /** A topic that was certainly not created is not waited for. */
    void settle(SendBatch batch, SendResult result) {
        if (batch.place() instanceof TopicPlace.Missing && !(result instanceof SendResult.TopicResult)) {
            topics.forgetRequest(batch.chatId(), batch.topicUserId());
        }
    }

    void record(SendBatch batch, String worker, SendResult.TopicResult result) {
        long chatId = batch.chatId();
        batch.ids().forEach(deliveries::uncountAttempt);
        if (result instanceof SendResult.TopicCreated created) {
            created(chatId, batch.topicUserId(), created.threadId());
            queue.afterSending(chatId, worker, 1);
        } else if (result instanceof SendResult.TopicAwaited) {
            if (batch.place() instanceof TopicPlace.Missing) {
                topics.await(chatId, batch.topicUserId());
            }
            queue.in(ADOPTION_PAUSE, chatId, worker);
        } else if (result instanceof SendResult.TopicRefused) {
            topics.avoid(chatId, batch.topicUserId());
            forum.askAgain();
            queue.now(chatId, worker);
        } else if (result instanceof SendResult.TopicGone) {
            topics.lost(chatId, batch.topicUserId(), batch.threadId());
            queue.now(chatId, worker);
        } else if (result instanceof SendResult.TopicReopened) {
            queue.now(chatId, worker);
        } else {
            closed(batch, worker, ((SendResult.TopicClosed) result).reason());
        }
    }

    /** A topic whose user was erased while it was created is deleted, because its name is the user's. */
    private void created(long chatId, long userId, long threadId) {
        Optional<Boolean> isReplacement = topics.created(chatId, userId, threadId);
        if (isReplacement.isEmpty()) {
            rows.add(chatId, MessageKind.TOPIC_ERASURE, Long.toString(threadId));
        } else if (isReplacement.get()) {
            outcomes.report(new DeliveryEvent.TopicReplaced(chatId, userId));
        }
    }

    /** What cannot go to a closed topic goes to General, and what cannot go to General to a topic of the desk's own, if it may have one. */
    private void closed(SendBatch batch, String worker, String reason) {
        long chatId = batch.chatId();
        forum.askAgain();
        if (batch.isJoined()) {
            failed.separate(batch);
            queue.now(chatId, worker);
        } else if (batch.threadId() != null) {
            topics.avoid(chatId, batch.topicUserId());
            queue.now(chatId, worker);
        } else if (places.mayUseOwnTopic(chatId) && !isForOwnTopic(batch)) {
            batch.ids().forEach(id -> deliveries.changeTopic(id, TopicRows.DESK));
            queue.now(chatId, worker);
        } else {
            failed.chatClosed(batch, worker, reason);
        }
    }

    private static boolean isForOwnTopic(SendBatch batch) {
        return batch.topicUserId() != null && batch.topicUserId() == TopicRows.DESK;
    }
}
