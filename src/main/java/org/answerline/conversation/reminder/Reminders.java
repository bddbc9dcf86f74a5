package org.answerline.conversation.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.conversation.team.Conversations;
import org.answerline.conversation.team.OpenConversation;
import org.answerline.delivery.Outbox;
import org.answerline.delivery.message.OutboxMessage;

/** Reminds the operators, in one message, of the users who have waited for so long for an answer. */
@ApplicationScoped
class Reminders {

    /** How long the desk may have been down without a wait being overlooked. */
    private static final Duration OUTAGE = Duration.ofDays(7);

    @Inject
    private ReminderRows rows;

    @Inject
    private Conversations conversations;

    @Inject
    private OperatorChat operator;

    @Inject
    private Outbox outbox;

    @Inject
    private Clock clock;

    /**
     * Reminds of each wait that has reached more of the minutes than the operators were reminded of.
     *
     * @param since the latest beginning of a wait for each number of minutes
     * @param after only waits that began with later messages than this one
     * @param mailed whether an e-mail is to be sent about waits that have reached the most minutes
     * @return the message up to which nothing is left to be reminded of, so that the next call does not look there
     */
    @Transactional
    public long remind(NavigableMap<Integer, Instant> since, long after, boolean mailed) {
        int most = since.lastKey();
        List<Long> waits = new ArrayList<>();
        since.descendingMap()
                .forEach((minutes, begun) ->
                        waits.addAll(rows.reached(minutes, after, begun, mailed && minutes == most)));
        List<OpenConversation> open = conversations.waitingSince(waits);
        if (open.size() == 1) {
            OpenConversation one = open.get(0);
            outbox.put(OutboxMessage.wordAbout(
                    one.messageId(), operator.id(), null, ReminderText.one(one, clock.instant(), operator.texts())));
        } else if (!open.isEmpty()) {
            outbox.put(
                    OutboxMessage.word(operator.id(), ReminderText.several(open, clock.instant(), operator.texts())));
        }
        return rows.lastOlder(after, since.get(most), since.get(most).minus(OUTAGE));
    }

    /**
     * A user waits again because an answer was withdrawn.
     *
     * @param since the latest beginning of a wait for each number of minutes
     */
    void opened(long userId, NavigableMap<Integer, Instant> since) {
        rows.opened(userId, since.lastKey(), since.lastEntry().getValue());
    }

    /** Where to begin after a start of this node, of which it is not known how long it was down. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public long beginning(Instant longestWait) {
        return rows.lastBefore(longestWait.minus(OUTAGE));
    }
}
