package org.answerline.delivery.topic;

/** Where in its chat a message goes. */
public sealed interface TopicPlace {

    /** No topic is named: the whole chat, or General in a forum. */
    TopicPlace CHAT = new Chat();

    /** No topic is named. */
    record Chat() implements TopicPlace {}

    /** A topic that exists. */
    record Thread(long id) implements TopicPlace {}

    /** A topic that has to be created before. */
    record Missing(String name) implements TopicPlace {}

    /** A topic that Telegram was asked to create with an unknown outcome: its update may still come. */
    record Awaited() implements TopicPlace {}
}
