package org.answerline.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.answerline.telegram.BotApi;
import org.answerline.telegram.BotApiException;

/** Takes one delivery to Telegram, outside every transaction, and says what has to be entered in the ledger. */
@ApplicationScoped
class Carrier {

    /** An entry in the ledger; made again until the database has taken it, for only we know what Telegram answered. */
    interface Entry {
        void make();
    }

    private static final Logger LOG = System.getLogger(Carrier.class.getName());

    @Inject
    private BotApi telegram;

    @Inject
    private DeliveryLedger ledger;

    Entry carry(Delivery delivery, String name) {
        long id = delivery.id();
        long chat = delivery.chatId();
        try {
            long messageId = telegram.send(delivery.message());
            return () -> ledger.sent(id, name, messageId);
        } catch (BotApiException.TooManyRequests tooFast) {
            LOG.log(Level.INFO, () -> "Telegram asks to wait " + tooFast.retryAfter() + " before delivery " + id);
            return () -> ledger.waitFor(chat, name, tooFast.retryAfter());
        } catch (BotApiException.ChatMoved moved) {
            return () -> ledger.moved(chat, name, moved.newChatId());
        } catch (BotApiException.ChatUnreachable closed) {
            return delivery.purpose().waitsForItsChat() ? again(delivery, name, closed) : end(delivery, name, closed);
        } catch (BotApiException.Refused refused) {
            return end(delivery, name, refused);
        } catch (BotApiException mayPass) {
            return again(delivery, name, mayPass);
        }
    }

    private Entry end(Delivery delivery, String name, BotApiException why) {
        LOG.log(Level.INFO, () -> "Delivery " + delivery.id() + " ends unsent: " + why.getMessage());
        return () -> ledger.gaveUp(delivery.id(), name, why.getMessage());
    }

    private Entry again(Delivery delivery, String name, BotApiException why) {
        Level level = why instanceof BotApiException.TokenRefused ? Level.ERROR : Level.WARNING;
        LOG.log(
                level,
                () -> "Delivery " + delivery.id() + " will be tried again: "
                        + why.getClass().getSimpleName() + ", " + why.getMessage());
        return () -> ledger.backOff(delivery.chatId(), name);
    }
}
