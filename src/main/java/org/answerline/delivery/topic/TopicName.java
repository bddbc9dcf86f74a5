package org.answerline.delivery.topic;

import java.util.Optional;

/** Names the topic of a user. */
@FunctionalInterface
public interface TopicName {

    /**
     * The name of a user's topic, which no other user's topic has: 1 to 128 characters that Telegram does not change.
     *
     * @param userId the user, or {@link TopicRows#DESK}
     * @return empty if there is no such user any more
     */
    Optional<String> of(long userId);
}
