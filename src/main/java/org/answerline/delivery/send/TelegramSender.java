package org.answerline.delivery.send;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import org.answerline.delivery.message.DeliveryContent;
import org.answerline.delivery.message.DeliveryFaults;
import org.answerline.delivery.topic.TopicPlace;
import org.answerline.platform.database.DatabaseUnavailable;
import org.answerline.platform.observability.Log;
import org.answerline.platform.observability.Metrics;
import org.answerline.telegram.BotApiException;
import org.answerline.telegram.client.BotApi;
import org.answerline.telegram.client.OutgoingMessage;

/**
 * Sends one batch by the Bot API and returns what came of it, outside every transaction.
 *
 * <p>It changes nothing in the database; it reads the content of files that have to be uploaded.
 */
@ApplicationScoped
public class TelegramSender {

    private static final Logger LOG = Log.of(TelegramSender.class);

    /** The name of a topic that cannot be deleted. */
    private static final String ERASED_TOPIC = "–";

    @Inject
    private BotApi telegram;

    @Inject
    private FileSender files;

    @Inject
    private TelegramCircuitBreaker circuitBreaker;

    @Inject
    private Metrics metrics;

    /** Sends; every error of Telegram, the network or this program becomes a result. */
    public SendResult send(SendBatch batch) {
        try {
            return switch (batch.purpose()) {
                case RECEIPT -> react(batch);
                case EDIT -> edit(batch);
                case ERASURE -> delete(batch);
                case TOPIC_ERASURE -> deleteTopic(batch);
                case TOPIC_ICON -> setIcon(batch);
                default -> sendMessages(batch);
            };
        } catch (BotApiException fault) {
            return failed(batch, fault);
        } catch (FileSender.ContentMissingException missing) {
            LOG.log(Level.ERROR, "The content of a file is missing", missing);
            return new SendResult.ContentMissing("the file no longer exists");
        } catch (UncheckedIOException unreadable) {
            LOG.log(Level.ERROR, batch + " could not be read from this machine's disk", unreadable);
            return new SendResult.ContentUnreadable(unreadable.getMessage());
        } catch (RuntimeException fault) {
            if (DatabaseUnavailable.causes(fault)) {
                LOG.log(Level.WARNING, () -> "The files of " + batch + " could not be read: " + fault);
                return new SendResult.Unavailable();
            }
            LOG.log(Level.ERROR, batch + " could not be sent because of a fault in this program", fault);
            return new SendResult.ProgramFault(fault);
        }
    }

    private SendResult sendMessages(SendBatch batch) throws FileSender.ContentMissingException {
        if (batch.place() instanceof TopicPlace.Awaited) {
            return new SendResult.TopicAwaited();
        }
        if (batch.place() instanceof TopicPlace.Missing topic) {
            long threadId = telegram.createTopic(batch.chatId(), topic.name());
            circuitBreaker.cleared();
            LOG.log(Level.INFO, "A topic was created");
            return new SendResult.TopicCreated(threadId);
        }
        List<Long> messageIds = batch.first().hasFiles() ? files.send(batch) : List.of(sendOne(batch));
        circuitBreaker.cleared();
        LOG.log(Level.INFO, "Sent to Telegram");
        return new SendResult.Sent(messageIds);
    }

    private long sendOne(SendBatch batch) {
        DeliveryContent content = batch.first().content();
        return content.copied().isPresent()
                ? telegram.copy(
                        batch.chatId(),
                        batch.threadId(),
                        content.copied().get().chatId(),
                        content.copied().get().messageId(),
                        content.replyToMessageId())
                : telegram.send(batch.message());
    }

    private SendResult react(SendBatch batch) {
        DeliveryContent content = batch.first().content();
        telegram.react(
                batch.chatId(), content.replyToMessageId(), content.text().text());
        return new SendResult.Reacted();
    }

    /** A message with files has no text but a caption. */
    private SendResult edit(SendBatch batch) {
        DeliveryContent content = batch.first().content();
        OutgoingMessage text = new OutgoingMessage(
                batch.chatId(), null, content.text().text(), content.text().entities(), null, content.keyboard());
        telegram.edit(content.replyToMessageId(), text);
        return new SendResult.Reacted();
    }

    private SendResult setIcon(SendBatch batch) {
        DeliveryContent content = batch.first().content();
        telegram.setTopicIcon(
                batch.chatId(), content.replyToMessageId(), content.text().text());
        return new SendResult.Reacted();
    }

    private SendResult delete(SendBatch batch) {
        telegram.delete(batch.chatId(), batch.first().content().messageIdsToDelete());
        return new SendResult.Deleted(Optional.empty());
    }

    /** A topic that only its members may not delete loses the name of its user. */
    private SendResult deleteTopic(SendBatch batch) {
        long threadId = Long.parseLong(batch.first().content().text().text());
        try {
            telegram.deleteTopic(batch.chatId(), threadId);
            return new SendResult.Deleted(Optional.empty());
        } catch (BotApiException.ChatUnreachable refused) {
            if (refused.isTopicGone()) {
                return new SendResult.Deleted(Optional.empty());
            }
            telegram.renameTopic(batch.chatId(), threadId, ERASED_TOPIC);
            return new SendResult.Deleted(Optional.of(refused.getMessage()));
        }
    }

    /** Opens a topic of the bot, for which it needs no right. */
    private SendResult reopened(SendBatch batch, SendResult.TopicClosed closed) {
        try {
            telegram.reopenTopic(batch.chatId(), batch.threadId());
            return new SendResult.TopicReopened();
        } catch (BotApiException refused) {
            LOG.log(Level.WARNING, () -> "A closed topic could not be opened: " + refused.getMessage());
            return closed;
        }
    }

    private SendResult failed(SendBatch batch, BotApiException fault) {
        SendResult result = ofAllowedKinds(batch, fault, SendFailure.resultOf(batch, fault));
        if (SendFailure.isFinal(result)) {
            LOG.log(Level.INFO, () -> batch + " has no effect in Telegram: " + fault.getMessage());
            return result;
        }
        metrics.count("answerline.telegram.failures", "reason", fault.getClass().getSimpleName());
        if (result instanceof SendResult.RetryAfter wait) {
            LOG.log(Level.INFO, () -> "Telegram asks to wait " + wait.delay() + " before " + batch);
            circuitBreaker.flood(batch.chatId(), wait.delay());
        } else if (result instanceof SendResult.TokenRefused refused) {
            circuitBreaker.tokenRefused(refused.reason());
        } else if (result instanceof SendResult.Unavailable) {
            LOG.log(Level.WARNING, () -> "Telegram cannot be reached: " + fault.getMessage());
            circuitBreaker.notReached();
        } else {
            LOG.log(
                    Level.WARNING,
                    () -> batch + " was not taken: " + fault.getClass().getSimpleName() + ", " + fault.getMessage());
        }
        if (result instanceof SendResult.TopicClosed closed && batch.threadId() != null) {
            return reopened(batch, closed);
        }
        return result instanceof SendResult.OutcomeUnknown unknown ? explained(batch, unknown) : result;
    }

    /**
     * Where the bot may not even send texts, no other form of a file would arrive: the chat is closed, and the file keeps its form until it
     * is open again. So it is while Telegram does not say.
     */
    private SendResult ofAllowedKinds(SendBatch batch, BotApiException fault, SendResult result) {
        boolean isKindForbidden = result instanceof SendResult.Refused
                && batch.first().hasFiles()
                && fault instanceof BotApiException.Refused refused
                && refused.isKindForbidden();
        return isKindForbidden && !maySendTexts(batch.chatId())
                ? new SendResult.ChatClosed(fault.getMessage())
                : result;
    }

    private boolean maySendTexts(long chatId) {
        try {
            return telegram.maySendTexts(chatId);
        } catch (BotApiException unknown) {
            LOG.log(Level.WARNING, () -> "Whether texts are allowed is not known: " + unknown.getMessage());
            return false;
        }
    }

    /** Telegram is asked whether it answers at all only when the outcome was unknown several times. */
    private SendResult explained(SendBatch batch, SendResult.OutcomeUnknown unknown) {
        int times = batch.first().faults().unknownOutcomes() + 1;
        return new SendResult.OutcomeUnknown(unknown.reason(), times >= DeliveryFaults.FEW && telegram.answers());
    }
}
