package org.answerline.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.answerline.attachment.Attachments;
import org.answerline.conversation.message.ConversationPage;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.message.SupportMessages;
import org.answerline.conversation.message.TelegramMessageRef;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.conversation.rating.ConversationRating;
import org.answerline.conversation.rating.RatingRequests;
import org.answerline.conversation.team.ConversationState;
import org.answerline.conversation.team.Conversations;
import org.answerline.delivery.alarm.Alarms;

/** Reads users' conversations, for pages, the API and live updates. */
@ApplicationScoped
@Transactional
public class ConversationReader {

    private static final int NEWEST = 200;

    @Inject
    private SupportMessages messages;

    @Inject
    private Attachments attachments;

    @Inject
    private Conversations conversations;

    @Inject
    private RatingRequests ratings;

    @Inject
    private Alarms alarms;

    @Inject
    private OperatorChat operator;

    /**
     * A page of a user's conversation, the newest when no cursor is given.
     *
     * @param before messages with smaller ids than this
     */
    public ConversationPage thread(long userId, int limit, OptionalLong before) {
        List<SupportMessage> newestFirst =
                new ArrayList<>(messages.newest(userId, before.orElse(Long.MAX_VALUE), limit + 1));
        boolean more = newestFirst.size() > limit;
        if (more) {
            newestFirst.remove(limit);
        }
        Collections.reverse(newestFirst);
        List<Long> ids = newestFirst.stream().map(SupportMessage::id).toList();
        return new ConversationPage(
                newestFirst,
                more ? OptionalLong.of(newestFirst.get(0).id()) : OptionalLong.empty(),
                attachments.of(ids));
    }

    /** Whose turn it is in a user's conversation. */
    public ConversationState state(long userId) {
        return conversations.state(userId);
    }

    /**
     * The same for who has read the newest page of it already.
     *
     * @param newest the newest page
     */
    public ConversationState state(long userId, ConversationPage newest) {
        return conversations.state(userId, newest.last());
    }

    /** What a user thinks of the last closing of a conversation in this state; empty if it is not closed, or ratings are off. */
    public Optional<ConversationRating> rating(long userId, ConversationState state) {
        return state == ConversationState.CLOSED ? ratings.current(userId) : Optional.empty();
    }

    /** What is new or has another state in a user's conversation since a time, among the newest {@value #NEWEST} messages. */
    public List<SupportMessage> changedAfter(long userId, Instant time) {
        return messages.changedAfter(userId, time, NEWEST);
    }

    /** What was stored for a Telegram message, as for one that has been edited since. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<SupportMessage> writtenAs(TelegramMessageRef origin) {
        return messages.writtenAs(origin);
    }

    /** Whether questions have not reached the operator for a while and are kept until somebody fixes it; some seconds old. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public boolean isOperatorOutOfReach() {
        return alarms.isOutOfReach(operator.id());
    }
}
