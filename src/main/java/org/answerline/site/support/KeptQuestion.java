package org.answerline.site.support;

import org.answerline.conversation.draft.DraftKey;
import org.answerline.conversation.message.NewQuestion;
import org.answerline.site.account.guest.GuestFirstQuestion;

/**
 * The question of a visitor that is kept as a draft.
 *
 * @param submission the key of its form
 */
record KeptQuestion(DraftKey draft, NewQuestion question, String submission) {

    /** As the first question of a guest. */
    GuestFirstQuestion.Typed ofGuest() {
        return new GuestFirstQuestion.Typed(draft, submission, question.files());
    }
}
