package org.answerline.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.message.SupportMessages;
import org.answerline.conversation.rating.RatingRequests;
import org.answerline.conversation.team.ConversationState;
import org.answerline.conversation.team.Conversations;

/** Closes conversations, by a command or by a button. */
@ApplicationScoped
@Transactional
public class ConversationClosing {

    @Inject
    private Conversations conversations;

    @Inject
    private RatingRequests ratings;

    @Inject
    private SupportMessages messages;

    /**
     * Closes a conversation until something new is written in it, and asks its user for a rating.
     *
     * @param seenId a message that the operators have certainly received; 0 if none is known
     * @return false if it was closed already
     */
    public boolean close(long userId, long seenId) {
        boolean isNew = conversations.close(userId, seenId);
        if (isNew && isClosed(userId)) {
            ratings.ask(userId);
        }
        return isNew;
    }

    /** Not if its user has written what the operators have not received yet: it is open then, and a later closing asks for the rating. */
    private boolean isClosed(long userId) {
        Optional<SupportMessage> last =
                messages.newest(userId, Long.MAX_VALUE, 1).stream().findFirst();
        return conversations.state(userId, last) == ConversationState.CLOSED;
    }
}
