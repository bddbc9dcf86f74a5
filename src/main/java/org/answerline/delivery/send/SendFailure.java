package org.answerline.delivery.send;

import java.util.List;
import java.util.Optional;
import org.answerline.delivery.message.MessageKind;
import org.answerline.delivery.topic.TopicPlace;
import org.answerline.telegram.BotApiException;

/** What an error of the Bot API means for a batch. */
final class SendFailure {

    private SendFailure() {}

    /** The result; an unknown outcome is not taken for the batch's own fault here. */
    static SendResult resultOf(MessageKind kind, BotApiException fault) {
        String reason = fault.getMessage();
        if (fault instanceof BotApiException.TooManyRequests tooMany) {
            return new SendResult.RetryAfter(tooMany.retryAfter());
        }
        if (kind == MessageKind.RECEIPT) {
            // A reaction is a courtesy: it is tried once.
            return new SendResult.GivenUp(reason);
        }
        boolean isChange = kind == MessageKind.EDIT || kind == MessageKind.TOPIC_ICON;
        if (isChange && fault instanceof BotApiException.Refused refused && refused.isNotModified()) {
            return new SendResult.Reacted();
        }
        if (kind == MessageKind.TOPIC_ICON
                && fault instanceof BotApiException.ChatUnreachable closed
                && closed.isTopicGone()) {
            // There is nothing to show any more; the next message there finds out that the topic is gone.
            return new SendResult.Reacted();
        }
        if (kind == MessageKind.TOPIC_ICON && (isRefusal(fault) || fault instanceof BotApiException.OutcomeUnknown)) {
            // Nobody misses an icon: it is tried once.
            return new SendResult.GivenUp(reason);
        }
        if (kind == MessageKind.EDIT && isRefusal(fault)) {
            // It was deleted, or the bot may not write there any more.
            return new SendResult.GivenUp(reason);
        }
        if (List.of(MessageKind.ERASURE, MessageKind.TOPIC_ERASURE).contains(kind) && isRefusal(fault)) {
            // The bot may not write there any more, or the messages are too old: that does not change.
            return new SendResult.Deleted(Optional.of(reason));
        }
        if (fault instanceof BotApiException.ChatMoved moved) {
            return new SendResult.ChatMoved(moved.newChatId());
        }
        if (fault instanceof BotApiException.ChatUnreachable) {
            return new SendResult.ChatClosed(reason);
        }
        if (fault instanceof BotApiException.Refused) {
            return new SendResult.Refused(reason);
        }
        if (fault instanceof BotApiException.Unlisted) {
            return new SendResult.Unlisted(reason);
        }
        if (fault instanceof BotApiException.TokenRefused) {
            return new SendResult.TokenRefused(reason);
        }
        return fault instanceof BotApiException.NotReached
                ? new SendResult.Unavailable()
                : new SendResult.OutcomeUnknown(reason, false);
    }

    /** The same for a batch with a place in a forum, or for the creation of its topic. */
    static SendResult resultOf(SendBatch batch, BotApiException fault) {
        SendResult result = resultOf(batch.purpose(), fault);
        if (batch.place() instanceof TopicPlace.Missing) {
            if (fault instanceof BotApiException.TooManyRequests) {
                // Telegram limits the creation of topics on its own: messages need not wait for it.
                return new SendResult.TopicRefused(fault.getMessage());
            }
            if (result instanceof SendResult.OutcomeUnknown) {
                return new SendResult.TopicAwaited();
            }
            boolean isMoved = fault instanceof BotApiException.ChatMoved;
            return isRefusal(fault) && !isMoved ? new SendResult.TopicRefused(fault.getMessage()) : result;
        }
        if (result instanceof SendResult.ChatClosed && fault instanceof BotApiException.ChatUnreachable closed) {
            if (closed.isTopicGone() && batch.threadId() != null) {
                return new SendResult.TopicGone(fault.getMessage());
            }
            return closed.isTopicClosed() ? new SendResult.TopicClosed(fault.getMessage()) : result;
        }
        return result;
    }

    /** Whether the batch ends by this failure: a reaction that is not set, a text that stays as it is, or messages that are not deleted. */
    static boolean isFinal(SendResult result) {
        return result instanceof SendResult.GivenUp
                || result instanceof SendResult.Deleted
                || result instanceof SendResult.Reacted;
    }

    private static boolean isRefusal(BotApiException fault) {
        return fault instanceof BotApiException.Refused
                || fault instanceof BotApiException.ChatUnreachable
                || fault instanceof BotApiException.ChatMoved
                || fault instanceof BotApiException.Unlisted;
    }
}
