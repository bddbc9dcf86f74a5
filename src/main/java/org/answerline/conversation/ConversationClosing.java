package org.answerline.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.answerline.conversation.rating.RatingRequests;
import org.answerline.conversation.team.Conversations;

/** Closes conversations, by a command or by a button. */
@ApplicationScoped
@Transactional
public class ConversationClosing {

    @Inject
    private Conversations conversations;

    @Inject
    private RatingRequests ratings;

    /**
     * Closes a conversation until something new is written in it, and asks its user for a rating.
     *
     * @param seenId a message that the operators have certainly received; 0 if none is known
     * @return false if it was closed already
     */
    public boolean close(long userId, long seenId) {
        boolean isNew = conversations.close(userId, seenId);
        if (isNew) {
            ratings.ask(userId);
        }
        return isNew;
    }
}
