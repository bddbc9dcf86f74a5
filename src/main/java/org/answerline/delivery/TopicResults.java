package org.answerline.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.answerline.delivery.message.DeliveryEvent;
import org.answerline.delivery.message.MessageKind;
import org.answerline.delivery.send.SendBatch;
import org.answerline.delivery.send.SendResult;
import org.answerline.delivery.topic.OperatorForum;
import org.answerline.delivery.topic.TopicPlace;
import org.answerline.delivery.topic.TopicRows;

/** Stores what sending a batch showed about its topic, in the caller's transaction. */
@ApplicationScoped
class TopicResults {

    /** Between two looks whether the update about a topic has come. */
    private static final Duration ADOPTION_PAUSE = Duration.ofSeconds(1);

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
            created(batch, created.threadId());
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

    /**
     * A guest's topic whose conversation an account has taken along while it was created is the account's. One whose user was erased meanwhile
     * is deleted, because its name is the user's.
     */
    private void created(SendBatch batch, long threadId) {
        long chatId = batch.chatId();
        Optional<TopicRows.Adopted> taken = topics.created(chatId, batch.topicUserId(), threadId)
                .map(isReplacement -> new TopicRows.Adopted(batch.topicUserId(), isReplacement))
                .or(() -> takenAlong(batch, threadId));
        taken.filter(TopicRows.Adopted::isReplacement)
                .ifPresent(topic -> outcomes.report(new DeliveryEvent.TopicReplaced(chatId, topic.userId())));
        // Its update may have come before.
        if (taken.isEmpty() && !topics.isTaken(chatId, threadId)) {
            rows.add(chatId, MessageKind.TOPIC_ERASURE, Long.toString(threadId));
        }
    }

    private Optional<TopicRows.Adopted> takenAlong(SendBatch batch, long threadId) {
        return batch.place() instanceof TopicPlace.Missing missing
                ? topics.adopt(batch.chatId(), missing.name(), threadId)
                : Optional.empty();
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
        } else if (forum.mayCreate(chatId) && !isForOwnTopic(batch)) {
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
