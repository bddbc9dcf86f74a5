package org.answerline.delivery.topic;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Finds where in the operators' forum a message goes, in the transaction that claims it. */
@ApplicationScoped
public class TopicPlaces {

    /** After so many requests without a clear answer messages go to General for a while. */
    private static final int MOST_REQUESTS = 3;

    @Inject
    private TopicRows topics;

    @Inject
    private OperatorForum forum;

    @Inject
    private TopicName names;

    /**
     * The place of a message about a user. That Telegram is about to be asked for a topic is noted before, so that no crash leads to
     * a second one: the worker that has the chat's queue is the only one that asks.
     *
     * @param userId null for a message that belongs to no topic
     */
    public TopicPlace of(long chatId, Long userId) {
        if (userId == null || !forum.isForum(chatId)) {
            return TopicPlace.CHAT;
        }
        Optional<TopicRows.State> state = topics.state(chatId, userId);
        if (state.filter(TopicRows.State::isAvoided).isPresent()) {
            return TopicPlace.CHAT;
        }
        Optional<Long> thread = state.map(TopicRows.State::threadId);
        if (thread.isPresent()) {
            return new TopicPlace.Thread(thread.get());
        }
        if (state.filter(TopicRows.State::isAwaited).isPresent()) {
            return new TopicPlace.Awaited();
        }
        if (state.filter(known -> known.requests() >= MOST_REQUESTS).isPresent()) {
            topics.avoid(chatId, userId);
            return TopicPlace.CHAT;
        }
        return forum.mayCreate(chatId) ? missing(chatId, userId) : TopicPlace.CHAT;
    }

    private TopicPlace missing(long chatId, long userId) {
        Optional<String> name = names.of(userId);
        name.ifPresent(text -> topics.request(chatId, userId, text));
        return name.<TopicPlace>map(TopicPlace.Missing::new).orElse(TopicPlace.CHAT);
    }
}
