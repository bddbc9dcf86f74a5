package org.answerline.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import org.answerline.conversation.message.HeldMessages;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.message.SupportMessages;
import org.answerline.conversation.outgoing.OutgoingMessages;
import org.answerline.conversation.outgoing.SentCorrections;
import org.answerline.delivery.Outbox;
import org.answerline.linking.ChatUnlinked;
import org.answerline.linking.LinkedUser;
import org.answerline.linking.TelegramLinking;

/** Answers that wait on the site because their user has no Telegram linked, or has blocked the bot. */
@ApplicationScoped
@Transactional
public class HeldAnswers {

    /** So many overdue answers are queued in one transaction. */
    private static final int MAX_OVERDUE = 100;

    @Inject
    private SupportMessages messages;

    @Inject
    private HeldMessages heldMessages;

    @Inject
    private TelegramLinking linking;

    @Inject
    private OutgoingMessages outgoing;

    @Inject
    private Outbox outbox;

    @Inject
    private SentCorrections sent;

    /** How many answers a user's Telegram has not got because it was not linked or was blocked. */
    public int missed(long userId) {
        return heldMessages.missed(userId).size();
    }

    /** Whether a user's Telegram does not let us write at present. */
    public boolean isBlocked(long userId) {
        return linking.linked(userId).map(LinkedUser::blocked).orElse(false);
    }

    /** Queues the answers that a user's Telegram has not got; returns how many. */
    public int send(long userId) {
        return linking.lockedLinked(userId)
                .map(user -> {
                    List<SupportMessage> missed = heldMessages.missed(userId);
                    missed.forEach(answer -> outgoing.toUser(answer, user, Duration.ZERO));
                    return missed.size();
                })
                .orElse(0);
    }

    /**
     * Queues answers that are held although their users' chats can be written to, as after a fault between storing and linking. An
     * answer that was held while its user blocked the bot stays until the user asks for it.
     *
     * @return how many
     */
    public int sendOverdue() {
        return (int) heldMessages.overdueHeld(MAX_OVERDUE).stream()
                .filter(answer -> outgoing.reachable(answer.userId())
                        .map(user -> outgoing.heldToUser(answer, user))
                        .orElse(false))
                .count();
    }

    /**
     * Answers that wait to be sent to a chat which is no longer the user's are held until there is another, and changes of answers are
     * not made there any more. A withdrawn answer stays withdrawn, and what replaces it there is still sent.
     */
    void hold(@Observes ChatUnlinked unlinked) {
        long chat = unlinked.chatId();
        outbox.recallAnswers(chat).stream()
                .flatMap(id -> messages.find(id).stream())
                .map(messages::locked)
                .filter(answer -> !answer.isWithdrawn())
                .forEach(outgoing::hold);
        sent.waitingEdits(chat).stream()
                .flatMap(id -> messages.find(id).stream())
                .filter(message -> message.isFromAdmin() && !message.isWithdrawn())
                .forEach(answer -> sent.dropEdits(answer, chat));
    }
}
