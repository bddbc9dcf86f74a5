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

/** Takes one consignment to Telegram, outside every transaction, and says what has to be entered in the ledger. */
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
    private OutboxStore ledger;

    @Inject
    private RefusalLedger refusals;

    @Inject
    private UnrecordedDeliveries unrecorded;

    @Inject
    private TelegramCircuitBreaker weather;

    @Inject
    private Metrics metrics;

    Entry carry(SendBatch consignment, String name) {
        long chat = consignment.chatId();
        try {
            return tried(consignment, name);
        } catch (BotApiException.TooManyRequests tooFast) {
            LOG.log(Level.INFO, () -> "Telegram asks to wait " + tooFast.retryAfter() + " before " + consignment);
            weather.flood(chat, tooFast.retryAfter());
            return () -> ledger.waitFor(chat, name, tooFast.retryAfter());
        } catch (BotApiException.ChatMoved moved) {
            return () -> ledger.moved(chat, name, moved.newChatId());
        } catch (BotApiException.ChatUnreachable closed) {
            logRefusal(consignment, closed);
            return () -> refusals.chatClosed(consignment, name, closed.getMessage());
        } catch (BotApiException.Refused refused) {
            logRefusal(consignment, refused);
            return () -> refusals.messageRefused(consignment, name, refused.getMessage());
        } catch (BotApiException.Unlisted unlisted) {
            logRefusal(consignment, unlisted);
            return () -> refusals.refusedUnlisted(consignment, name, unlisted.getMessage());
        } catch (BotApiException.TokenRefused refused) {
            weather.tokenRefused(refused.getMessage());
            return () -> ledger.tokenRefused(chat, name, refused.getMessage());
        } catch (BotApiException.NotReached away) {
            weather.notReached();
            LOG.log(Level.WARNING, () -> "Telegram cannot be reached: " + away.getMessage());
            return () -> ledger.putBack(chat, name);
        } catch (BotApiException.OutcomeUnknown unknown) {
            return unknown(consignment, name, unknown);
        } catch (FileSender.ContentGoneException gone) {
            LOG.log(Level.ERROR, "The content of a file is missing", gone);
            return () -> refusals.contentGone(consignment, name, "the file no longer exists");
        } catch (UncheckedIOException faultOfTheMachine) {
            LOG.log(Level.ERROR, consignment + " could not be read from this machine's disk", faultOfTheMachine);
            return () -> refusals.machineAtFault(consignment, name, faultOfTheMachine.getMessage());
        } catch (RuntimeException faultOfOurs) {
            if (DatabaseUnavailable.causes(faultOfOurs)) {
                LOG.log(Level.WARNING, () -> consignment + " could not be read whole: " + faultOfOurs);
                return () -> ledger.putBack(chat, name);
            }
            LOG.log(Level.ERROR, consignment + " could not be sent because of a fault in this program", faultOfOurs);
            return () -> unrecorded.notSent(consignment, name, faultOfOurs);
        }
    }

    private Entry tried(SendBatch consignment, String name) throws FileSender.ContentGoneException {
        try {
            return switch (consignment.purpose()) {
                case RECEIPT -> react(consignment, name);
                case ERASURE -> erase(consignment, name);
                default -> send(consignment, name);
            };
        } catch (BotApiException fault) {
            metrics.count(
                    "answerline.telegram.failures", "reason", fault.getClass().getSimpleName());
            throw fault;
        }
    }

    private Entry send(SendBatch consignment, String name) throws FileSender.ContentGoneException {
        List<Long> messageIds = consignment.first().hasFiles()
                ? files.send(consignment)
                : List.of(telegram.send(consignment.message()));
        weather.cleared();
        LOG.log(Level.INFO, "Sent to Telegram");
        return new Entry() {
            @Override
            public void make() {
                ledger.sent(consignment, name, messageIds);
            }

            @Override
            public List<Long> taken() {
                return messageIds;
            }
        };
    }

    /** A reaction is a courtesy: it is tried once, and no fault of it says anything about the weather. */
    private Entry react(SendBatch consignment, String name) {
        Delivery receipt = consignment.first();
        try {
            telegram.react(
                    receipt.chatId(),
                    receipt.replyToMessageId(),
                    receipt.content().text());
            return () -> ledger.reacted(consignment, name);
        } catch (BotApiException.TooManyRequests later) {
            throw later;
        } catch (BotApiException unimportant) {
            return () -> ledger.gaveUp(consignment, name, unimportant.getMessage());
        }
    }

    /** What Telegram does not delete now it never will: nobody may write there, or the message is too old. */
    private Entry erase(SendBatch consignment, String name) {
        try {
            telegram.delete(consignment.chatId(), consignment.first().toErase());
            return () -> ledger.erased(consignment, name, Optional.empty());
        } catch (BotApiException.Refused
                | BotApiException.ChatUnreachable
                | BotApiException.ChatMoved
                | BotApiException.Unlisted never) {
            LOG.log(Level.INFO, () -> consignment + " could not be deleted in Telegram: " + never.getMessage());
            return () -> ledger.erased(consignment, name, Optional.of(never.getMessage()));
        }
    }

    /** Telegram is asked whether it answers at all only when the outcome was unknown several times. */
    private Entry unknown(SendBatch consignment, String name, BotApiException why) {
        logRefusal(consignment, why);
        int times = consignment.first().faults().unknownOutcomes() + 1;
        boolean isItsOwn = times >= RefusalLedger.FEW && telegram.answers();
        return () -> refusals.outcomeUnknown(consignment, name, why.getMessage(), isItsOwn);
    }

    private static void logRefusal(SendBatch consignment, BotApiException why) {
        LOG.log(
                Level.WARNING,
                () -> consignment + " was not taken: " + why.getClass().getSimpleName() + ", " + why.getMessage());
    }
}
