package org.answerline.delivery.send;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The result of sending one batch to Telegram: a value without side effects, which {@code ResultRecorder} stores.
 *
 * @see TelegramSender
 */
public sealed interface SendResult {

    /** Telegram's message_ids of what was sent; empty if nothing was. */
    default List<Long> messageIds() {
        return List.of();
    }

    /** Calls the method of the handler for this kind of result. */
    void handleWith(Handler handler);

    /** One method for each kind of result. */
    interface Handler {
        void sent(Sent result);

        void reacted(Reacted result);

        void deleted(Deleted result);

        void givenUp(GivenUp result);

        void retryAfter(RetryAfter result);

        void chatMoved(ChatMoved result);

        void chatClosed(ChatClosed result);

        void refused(Refused result);

        void unlisted(Unlisted result);

        void tokenRefused(TokenRefused result);

        void unavailable(Unavailable result);

        void outcomeUnknown(OutcomeUnknown result);

        void contentMissing(ContentMissing result);

        void contentUnreadable(ContentUnreadable result);

        void programFault(ProgramFault result);

        void topic(TopicResult result);
    }

    /** Something about the topic of the batch has to be recorded before the batch is sent. */
    sealed interface TopicResult extends SendResult {
        @Override
        default void handleWith(Handler handler) {
            handler.topic(this);
        }
    }

    /** The topic exists now, with this message_thread_id. */
    record TopicCreated(long threadId) implements TopicResult {}

    /** The topic may have been created: the update about it is waited for. */
    record TopicAwaited() implements TopicResult {}

    /** The bot may not create the topic. */
    record TopicRefused(String reason) implements TopicResult {}

    /** The topic does not exist any more. */
    record TopicGone(String reason) implements TopicResult {}

    /** The topic was closed and is open again. */
    record TopicReopened() implements TopicResult {}

    /** The topic, or General, is closed to the bot. */
    record TopicClosed(String reason) implements TopicResult {}

    /** Telegram accepted the messages. */
    record Sent(List<Long> messageIds) implements SendResult {
        @Override
        public void handleWith(Handler handler) {
            handler.sent(this);
        }
    }

    /** The reaction is set, or the text of an earlier message is changed: nothing has a new message_id. */
    record Reacted() implements SendResult {
        @Override
        public void handleWith(Handler handler) {
            handler.reacted(this);
        }
    }

    /**
     * The messages are deleted, or never will be.
     *
     * @param refusal why Telegram does not delete them; empty if it did
     */
    record Deleted(Optional<String> refusal) implements SendResult {
        @Override
        public void handleWith(Handler handler) {
            handler.deleted(this);
        }
    }

    /** Not worth another attempt: a reaction or a change of a text that Telegram refused. */
    record GivenUp(String reason) implements SendResult {
        @Override
        public void handleWith(Handler handler) {
            handler.givenUp(this);
        }
    }

    /** Too many requests: nothing may be sent to this chat before the wait is over. */
    record RetryAfter(Duration delay) implements SendResult {
        @Override
        public void handleWith(Handler handler) {
            handler.retryAfter(this);
        }
    }

    /** The group has become a supergroup with another id. */
    record ChatMoved(long newChatId) implements SendResult {
        @Override
        public void handleWith(Handler handler) {
            handler.chatMoved(this);
        }
    }

    /** The bot may not write to this chat now: blocked, removed, or without the right to. */
    record ChatClosed(String reason) implements SendResult {
        @Override
        public void handleWith(Handler handler) {
            handler.chatClosed(this);
        }
    }

    /** Telegram refuses this message, whenever it is sent. */
    record Refused(String reason) implements SendResult {
        @Override
        public void handleWith(Handler handler) {
            handler.refused(this);
        }
    }

    /** Refused with an error that is not in the table: it is unknown whether the message or the chat is the cause. */
    record Unlisted(String reason) implements SendResult {
        @Override
        public void handleWith(Handler handler) {
            handler.unlisted(this);
        }
    }

    /** Telegram does not accept the bot's token. */
    record TokenRefused(String reason) implements SendResult {
        @Override
        public void handleWith(Handler handler) {
            handler.tokenRefused(this);
        }
    }

    /** Nothing was sent, because Telegram could not be reached or the database could not be read. */
    record Unavailable() implements SendResult {
        @Override
        public void handleWith(Handler handler) {
            handler.unavailable(this);
        }
    }

    /**
     * The call may have been carried out.
     *
     * @param isItsOwn whether Telegram answers other calls, so that waiting does not help
     */
    record OutcomeUnknown(String reason, boolean isItsOwn) implements SendResult {
        @Override
        public void handleWith(Handler handler) {
            handler.outcomeUnknown(this);
        }
    }

    /** The content of a file that has to be uploaded no longer exists. */
    record ContentMissing(String reason) implements SendResult {
        @Override
        public void handleWith(Handler handler) {
            handler.contentMissing(this);
        }
    }

    /** The content of a file could not be read from this machine's disk. */
    record ContentUnreadable(String reason) implements SendResult {
        @Override
        public void handleWith(Handler handler) {
            handler.contentUnreadable(this);
        }
    }

    /** A fault of this program; it is unknown whether anything was sent. */
    record ProgramFault(Exception fault) implements SendResult {
        @Override
        public void handleWith(Handler handler) {
            handler.programFault(this);
        }
    }
}
