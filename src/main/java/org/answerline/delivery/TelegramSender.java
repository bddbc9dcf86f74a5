package org.answerline.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import org.answerline.platform.database.DatabaseUnavailable;
import org.answerline.platform.observability.Log;
import org.answerline.platform.observability.Metrics;
import org.answerline.telegram.BotApi;
import org.answerline.telegram.BotApiException;

/**
 * Sends one batch by the Bot API and returns what came of it, outside every transaction.
 *
 * <p>It changes nothing in the database; it reads the content of files that have to be uploaded.
 */
@ApplicationScoped
class TelegramSender {

    private static final Logger LOG = Log.of(TelegramSender.class);

    @Inject
    private BotApi telegram;

    @Inject
    private FileSender files;

    @Inject
    private TelegramCircuitBreaker circuitBreaker;

    @Inject
    private Metrics metrics;

    /** Sends; every error of Telegram, the network or this program becomes a result. */
    SendResult send(SendBatch batch) {
        long chat = batch.chatId();
        try {
            return tried(batch);
        } catch (BotApiException.TooManyRequests tooFast) {
            LOG.log(Level.INFO, () -> "Telegram asks to wait " + tooFast.retryAfter() + " before " + batch);
            circuitBreaker.flood(chat, tooFast.retryAfter());
            return new SendResult.RetryAfter(tooFast.retryAfter());
        } catch (BotApiException.ChatMoved moved) {
            return new SendResult.ChatMoved(moved.newChatId());
        } catch (BotApiException.ChatUnreachable closed) {
            logRefusal(batch, closed);
            return new SendResult.ChatClosed(closed.getMessage());
        } catch (BotApiException.Refused refused) {
            logRefusal(batch, refused);
            return new SendResult.Refused(refused.getMessage());
        } catch (BotApiException.Unlisted unlisted) {
            logRefusal(batch, unlisted);
            return new SendResult.Unlisted(unlisted.getMessage());
        } catch (BotApiException.TokenRefused refused) {
            circuitBreaker.tokenRefused(refused.getMessage());
            return new SendResult.TokenRefused(refused.getMessage());
        } catch (BotApiException.NotReached away) {
            circuitBreaker.notReached();
            LOG.log(Level.WARNING, () -> "Telegram cannot be reached: " + away.getMessage());
            return new SendResult.Unavailable();
        } catch (BotApiException.OutcomeUnknown unknown) {
            return unknown(batch, unknown);
        } catch (FileSender.ContentGoneException gone) {
            LOG.log(Level.ERROR, "The content of a file is missing", gone);
            return new SendResult.ContentMissing("the file no longer exists");
        } catch (UncheckedIOException faultOfTheMachine) {
            LOG.log(Level.ERROR, batch + " could not be read from this machine's disk", faultOfTheMachine);
            return new SendResult.ContentUnreadable(faultOfTheMachine.getMessage());
        } catch (RuntimeException faultOfOurs) {
            if (DatabaseUnavailable.causes(faultOfOurs)) {
                LOG.log(Level.WARNING, () -> batch + " could not be read whole: " + faultOfOurs);
                return new SendResult.Unavailable();
            }
            LOG.log(Level.ERROR, batch + " could not be sent because of a fault in this program", faultOfOurs);
            return new SendResult.ProgramFault(faultOfOurs);
        }
    }

    private SendResult tried(SendBatch batch) throws FileSender.ContentGoneException {
        try {
            return switch (batch.purpose()) {
                case RECEIPT -> react(batch);
                case ERASURE -> erase(batch);
                default -> sendMessages(batch);
            };
        } catch (BotApiException fault) {
            metrics.count(
                    "answerline.telegram.failures", "reason", fault.getClass().getSimpleName());
            throw fault;
        }
    }

    private SendResult sendMessages(SendBatch batch) throws FileSender.ContentGoneException {
        List<Long> messageIds = batch.first().hasFiles() ? files.send(batch) : List.of(telegram.send(batch.message()));
        circuitBreaker.cleared();
        LOG.log(Level.INFO, "Sent to Telegram");
        return new SendResult.Sent(messageIds);
    }

    /** A reaction is a courtesy: it is tried once, and its errors do not open the circuit breaker. */
    private SendResult react(SendBatch batch) {
        Delivery receipt = batch.first();
        try {
            telegram.react(
                    receipt.chatId(),
                    receipt.replyToMessageId(),
                    receipt.content().text());
            return new SendResult.Reacted();
        } catch (BotApiException.TooManyRequests later) {
            throw later;
        } catch (BotApiException unimportant) {
            return new SendResult.GivenUp(unimportant.getMessage());
        }
    }

    /** What Telegram does not delete now it never will: nobody may write there, or the message is too old. */
    private SendResult erase(SendBatch batch) {
        try {
            telegram.delete(batch.chatId(), batch.first().toErase());
            return new SendResult.Deleted(Optional.empty());
        } catch (BotApiException.Refused
                | BotApiException.ChatUnreachable
                | BotApiException.ChatMoved
                | BotApiException.Unlisted never) {
            LOG.log(Level.INFO, () -> batch + " could not be deleted in Telegram: " + never.getMessage());
            return new SendResult.Deleted(Optional.of(never.getMessage()));
        }
    }

    /** Telegram is asked whether it answers at all only when the outcome was unknown several times. */
    private SendResult unknown(SendBatch batch, BotApiException why) {
        logRefusal(batch, why);
        int times = batch.first().faults().unknownOutcomes() + 1;
        boolean isItsOwn = times >= RefusalLedger.FEW && telegram.answers();
        return new SendResult.OutcomeUnknown(why.getMessage(), isItsOwn);
    }

    private static void logRefusal(SendBatch batch, BotApiException why) {
        LOG.log(
                Level.WARNING,
                () -> batch + " was not taken: " + why.getClass().getSimpleName() + ", " + why.getMessage());
    }
}
