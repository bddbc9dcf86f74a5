package org.answerline.conversation.draft;

import java.util.OptionalLong;

/**
 * A question of somebody who is not signed in, kept for the browser in which it was typed.
 *
 * @param id its public name, in the path that sends it
 * @param userId the user for whom alone it is kept; empty when it goes to whoever signs in
 * @param sentAs the number of the message that it became
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
