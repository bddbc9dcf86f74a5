package org.answerline.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import org.answerline.platform.DatabaseUnavailable;
import org.answerline.platform.Log;
import org.answerline.platform.Metrics;
import org.answerline.telegram.BotApi;
import org.answerline.telegram.BotApiException;

/** Takes one batch to Telegram, outside every transaction, and says what has to be entered in the ledger. */
@ApplicationScoped
class TelegramSender {

    /** An entry in the ledger; made again until the database has taken it, for only we know what Telegram answered. */
    interface Entry {
        void make();

        /** The message ids when Telegram took it, so that it must not leave again; else empty. */
        default List<Long> taken() {
            return List.of();
        }
    }

    private static final Logger LOG = Log.of(TelegramSender.class);

    @Inject
    private BotApi telegram;

    @Inject
    private FileSender files;

    @Inject
    private OutboxStore outboxStore;

    @Inject
    private RefusalLedger refusals;

    @Inject
    private UnrecordedDeliveries unrecorded;

    @Inject
    private TelegramCircuitBreaker circuitBreaker;

    @Inject
    private Metrics metrics;

    Entry send(SendBatch batch, String name) {
        long chat = batch.chatId();
        try {
            return tried(batch, name);
        } catch (BotApiException.TooManyRequests tooFast) {
            LOG.log(Level.INFO, () -> "Telegram asks to wait " + tooFast.retryAfter() + " before " + batch);
            circuitBreaker.flood(chat, tooFast.retryAfter());
            return () -> outboxStore.waitFor(chat, name, tooFast.retryAfter());
        } catch (BotApiException.ChatMoved moved) {
            return () -> outboxStore.moved(chat, name, moved.newChatId());
        } catch (BotApiException.ChatUnreachable closed) {
            logRefusal(batch, closed);
            return () -> refusals.chatClosed(batch, name, closed.getMessage());
        } catch (BotApiException.Refused refused) {
            logRefusal(batch, refused);
            return () -> refusals.messageRefused(batch, name, refused.getMessage());
        } catch (BotApiException.Unlisted unlisted) {
            logRefusal(batch, unlisted);
            return () -> refusals.refusedUnlisted(batch, name, unlisted.getMessage());
        } catch (BotApiException.TokenRefused refused) {
            circuitBreaker.tokenRefused(refused.getMessage());
            return () -> outboxStore.tokenRefused(chat, name, refused.getMessage());
        } catch (BotApiException.NotReached away) {
            circuitBreaker.notReached();
            LOG.log(Level.WARNING, () -> "Telegram cannot be reached: " + away.getMessage());
            return () -> outboxStore.putBack(chat, name);
        } catch (BotApiException.OutcomeUnknown unknown) {
            return unknown(batch, name, unknown);
        } catch (FileSender.ContentGoneException gone) {
            LOG.log(Level.ERROR, "The content of a file is missing", gone);
            return () -> refusals.contentGone(batch, name, "the file no longer exists");
        } catch (UncheckedIOException faultOfTheMachine) {
            LOG.log(Level.ERROR, batch + " could not be read from this machine's disk", faultOfTheMachine);
            return () -> refusals.machineAtFault(batch, name, faultOfTheMachine.getMessage());
        } catch (RuntimeException faultOfOurs) {
            if (DatabaseUnavailable.causes(faultOfOurs)) {
                LOG.log(Level.WARNING, () -> batch + " could not be read whole: " + faultOfOurs);
                return () -> outboxStore.putBack(chat, name);
            }
            LOG.log(Level.ERROR, batch + " could not be sent because of a fault in this program", faultOfOurs);
            return () -> unrecorded.notSent(batch, name, faultOfOurs);
        }
    }

    private Entry tried(SendBatch batch, String name) throws FileSender.ContentGoneException {
        try {
            return switch (batch.purpose()) {
                case RECEIPT -> react(batch, name);
                case ERASURE -> erase(batch, name);
                default -> sendMessages(batch, name);
            };
        } catch (BotApiException fault) {
            metrics.count(
                    "answerline.telegram.failures", "reason", fault.getClass().getSimpleName());
            throw fault;
        }
    }

    private Entry sendMessages(SendBatch batch, String name) throws FileSender.ContentGoneException {
        List<Long> messageIds = batch.first().hasFiles() ? files.send(batch) : List.of(telegram.send(batch.message()));
        circuitBreaker.cleared();
        LOG.log(Level.INFO, "Sent to Telegram");
        return new Entry() {
            @Override
            public void make() {
                outboxStore.sent(batch, name, messageIds);
            }

            @Override
            public List<Long> taken() {
                return messageIds;
            }
        };
    }

    /** A reaction is a courtesy: it is tried once, and no fault of it says anything about the weather. */
    private Entry react(SendBatch batch, String name) {
        Delivery receipt = batch.first();
        try {
            telegram.react(
                    receipt.chatId(),
                    receipt.replyToMessageId(),
                    receipt.content().text());
            return () -> outboxStore.reacted(batch, name);
        } catch (BotApiException.TooManyRequests later) {
            throw later;
        } catch (BotApiException unimportant) {
            return () -> outboxStore.gaveUp(batch, name, unimportant.getMessage());
        }
    }

    /** What Telegram does not delete now it never will: nobody may write there, or the message is too old. */
    private Entry erase(SendBatch batch, String name) {
        try {
            telegram.delete(batch.chatId(), batch.first().toErase());
            return () -> outboxStore.erased(batch, name, Optional.empty());
        } catch (BotApiException.Refused
                | BotApiException.ChatUnreachable
                | BotApiException.ChatMoved
                | BotApiException.Unlisted never) {
            LOG.log(Level.INFO, () -> batch + " could not be deleted in Telegram: " + never.getMessage());
            return () -> outboxStore.erased(batch, name, Optional.of(never.getMessage()));
        }
    }

    /** Telegram is asked whether it answers at all only when the outcome was unknown several times. */
    private Entry unknown(SendBatch batch, String name, BotApiException why) {
        logRefusal(batch, why);
        int times = batch.first().faults().unknownOutcomes() + 1;
        boolean isItsOwn = times >= RefusalLedger.FEW && telegram.answers();
        return () -> refusals.outcomeUnknown(batch, name, why.getMessage(), isItsOwn);
    }

    private static void logRefusal(SendBatch batch, BotApiException why) {
        LOG.log(
                Level.WARNING,
                () -> batch + " was not taken: " + why.getClass().getSimpleName() + ", " + why.getMessage());
    }
}
