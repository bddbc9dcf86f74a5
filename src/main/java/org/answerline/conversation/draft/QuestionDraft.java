package org.answerline.conversation.draft;

import java.util.OptionalLong;

/**
 * A question of a visitor who is not signed in, kept for the browser in which it was typed.
 *
 * @param id its public name, in the path that sends it
 * @param userId the only user who may send it; empty if any user who signs in may
 * @param sentAs the id of the message that was made from it
 */
public record QuestionDraft(
        String id, String subject, String message, String submission, OptionalLong userId, OptionalLong sentAs) {

    /** Whether this user may see and send it. */
    public boolean isFor(long user) {
        return userId.isEmpty() || userId.getAsLong() == user;
    }

    /** Whether it still waits to be sent. */
    public boolean isWaiting() {
        return sentAs.isEmpty();
    }
}
