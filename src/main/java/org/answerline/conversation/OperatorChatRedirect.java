package org.answerline.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.delivery.ChatRedirect;
import org.answerline.linking.TelegramLinkRows;
import org.answerline.platform.observability.Log;

/**
 * After the owner has named another operators' chat, sends there what still waits for a former one.
 *
 * <p>It looks again from time to time: a queue may be in a worker's hands, and a node that still has the former setting may put in more.
 */
@ApplicationScoped
public class OperatorChatRedirect {

    private static final Logger LOG = Log.of(OperatorChatRedirect.class);

    @Inject
    private OperatorChat operator;

    @Inject
    private ChatRedirect redirect;

    @Inject
    private TelegramLinkRows links;

    private boolean isAnnounced;

    /** Moves what can be moved now; each chat in a transaction of its own. */
    public synchronized void run() {
        if (!isAnnounced) {
            operator.announce();
            isAnnounced = true;
        }
        if (!operator.isLatest()) {
            return;
        }
        long present = operator.latestId();
        Set<Long> former = new TreeSet<>(operator.former());
        // Questions are sent to nobody but the operators. Versions before this one did not note their chats.
        if (former.addAll(redirect.otherChatsOfQuestions(present))) {
            operator.addKnown(former);
        }
        former.removeIf(chatId -> chatId == present);
        former.forEach(chatId -> move(chatId, present));
    }

    /** A chat that is a user's now, or was one all the time, keeps what the bot tells that user. */
    private void move(long former, long present) {
        Instant until = links.linked(Set.of(former)).isEmpty() ? operator.since() : Instant.EPOCH;
        int moved = redirect.moveWaiting(former, present, until);
        if (moved > 0) {
            LOG.log(
                    Level.INFO,
                    () -> moved + " messages waited for a former operators' chat and are sent to the present one");
        }
    }
}
