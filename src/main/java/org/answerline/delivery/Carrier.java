package org.answerline.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import org.answerline.platform.Log;
import org.answerline.platform.Metrics;
import org.answerline.telegram.BotApi;
import org.answerline.telegram.BotApiException;

/** Takes one consignment to Telegram, outside every transaction, and says what has to be entered in the ledger. */
@ApplicationScoped
class Carrier {

    /** An entry in the ledger; made again until the database has taken it, for only we know what Telegram answered. */
    interface Entry {
        void make();
    }

    private static final Logger LOG = Log.of(Carrier.class);

    @Inject
    private BotApi telegram;

    @Inject
    private FileCarrier files;

    @Inject
    private DeliveryLedger ledger;

    @Inject
    private Weather weather;

    @Inject
    private Metrics metrics;

    Entry carry(Consignment consignment, String name) {
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
            return consignment.purpose().waitsForItsChat()
                    ? closed(consignment, name, closed)
                    : end(consignment, name, closed);
        } catch (BotApiException.Refused refused) {
            return refused(consignment, name, refused);
        } catch (BotApiException.TokenRefused refused) {
            weather.tokenRefused(refused.getMessage());
            return () -> ledger.tokenRefused(chat, name, refused.getMessage());
        } catch (BotApiException.NotReached away) {
            weather.notReached();
            LOG.log(Level.WARNING, () -> "Telegram cannot be reached: " + away.getMessage());
            return () -> ledger.putBack(chat, name);
        } catch (BotApiException mayPass) {
            return again(consignment, name, mayPass);
        } catch (FileCarrier.ContentGoneException gone) {
            LOG.log(Level.ERROR, "The content of a file is missing", gone);
            return () -> ledger.refusedFiles(consignment, name, "the file no longer exists");
        }
    }

    private Entry tried(Consignment consignment, String name) throws FileCarrier.ContentGoneException {
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

    private Entry refused(Consignment consignment, String name, BotApiException.Refused why) {
        if (consignment.first().hasFiles()) {
            LOG.log(Level.INFO, () -> consignment + " has files that Telegram refused: " + why.getMessage());
            return () -> ledger.refusedFiles(consignment, name, why.getMessage());
        }
        return consignment.isBundle() ? () -> ledger.separate(consignment, name) : end(consignment, name, why);
    }

    private Entry send(Consignment consignment, String name) throws FileCarrier.ContentGoneException {
        List<Long> messageIds = consignment.first().hasFiles()
                ? files.send(consignment)
                : List.of(telegram.send(consignment.message()));
        weather.cleared();
        LOG.log(Level.INFO, "Sent to Telegram");
        return () -> ledger.sent(consignment, name, messageIds);
    }

    /** A reaction is a courtesy: it is tried once, and no fault of it says anything about the weather. */
    private Entry react(Consignment consignment, String name) {
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
    private Entry erase(Consignment consignment, String name) {
        try {
            telegram.delete(consignment.chatId(), consignment.first().toErase());
            return () -> ledger.erased(consignment, name, Optional.empty());
        } catch (BotApiException.Refused | BotApiException.ChatUnreachable | BotApiException.ChatMoved never) {
            LOG.log(Level.INFO, () -> consignment + " could not be deleted in Telegram: " + never.getMessage());
            return () -> ledger.erased(consignment, name, Optional.of(never.getMessage()));
        }
    }

    private Entry end(Consignment consignment, String name, BotApiException why) {
        LOG.log(Level.INFO, () -> consignment + " failed and will not be tried again: " + why.getMessage());
        return () -> ledger.gaveUp(consignment, name, why.getMessage());
    }

    private Entry closed(Consignment consignment, String name, BotApiException why) {
        logAgain(consignment, why);
        return () -> ledger.closed(consignment.chatId(), name, why.getMessage());
    }

    private Entry again(Consignment consignment, String name, BotApiException why) {
        logAgain(consignment, why);
        return () -> ledger.backOff(consignment.chatId(), name);
    }

    private static void logAgain(Consignment consignment, BotApiException why) {
        LOG.log(
                Level.WARNING,
                () -> consignment + " will be tried again: " + why.getClass().getSimpleName() + ", "
                        + why.getMessage());
    }
}
