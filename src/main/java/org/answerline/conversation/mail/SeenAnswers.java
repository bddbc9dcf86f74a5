package org.answerline.conversation.mail;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.answerline.conversation.message.DeliveryState;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.platform.database.DatabaseException;
import org.answerline.platform.observability.Log;

/**
 * Which answers the site has shown to their user.
 *
 * <p>Only what may lead to an e-mail is stored, after the request has ended: showing a page never writes, so that pages are shown while the
 * database accepts no writes. What a node has not stored when it fails leads to an e-mail about an answer that was seen.
 */
@ApplicationScoped
public class SeenAnswers {
    private static final Logger LOG = Log.of(SeenAnswers.class);

    /** No e-mail is about older answers. */
    private static final Duration OLDEST = Duration.ofDays(4);

    private final Map<Long, Long> waiting = new ConcurrentHashMap<>();

    @Resource
    ManagedExecutorService background;

    @Inject
    private AnswerMailRows rows;

    @Inject
    private AnswerMails mails;

    @Inject
    private Clock clock;

    /** A page shows these messages to their user. */
    public void shown(long userId, List<SupportMessage> messages) {
        Instant oldest = clock.instant().minus(OLDEST);
        messages.stream()
                .filter(message -> message.isFromAdmin()
                        && isUnsent(message)
                        && message.createdAt().isAfter(oldest))
                .mapToLong(SupportMessage::id)
                .max()
                .ifPresent(through -> shownThrough(userId, through));
    }

    /** A client shows a user the conversation up to the message with this id. */
    public void shownThrough(long userId, long through) {
        if (mails.areOn() && waiting.merge(userId, through, Math::max) == through) {
            background.execute(this::store);
        }
    }

    /** Stores what was shown since the last call. */
    void store() {
        for (Long userId : List.copyOf(waiting.keySet())) {
            Long through = waiting.remove(userId);
            if (through != null) {
                store(userId, through);
            }
        }
    }

    private void store(long userId, long through) {
        try {
            rows.markSeen(userId, through);
        } catch (DatabaseException unavailable) {
            LOG.log(Level.WARNING, () -> "What was shown cannot be stored yet: " + unavailable);
            waiting.merge(userId, through, Math::max);
        }
    }

    private static boolean isUnsent(SupportMessage message) {
        return message.delivery() != DeliveryState.DELIVERED && !message.isWithdrawn();
    }
}
