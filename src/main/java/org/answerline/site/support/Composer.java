package org.answerline.site.support;

import org.answerline.conversation.message.NewQuestion;

/**
 * What the form of the support page shows.
 *
 * @param typed what stands in its fields
 * @param sent whether a question was just sent
 * @param typedBefore whether it was typed before signing in
 */
record Composer(NewQuestion typed, boolean sent, boolean typedBefore) {
    /** The form with a question that has to be changed. */
    static Composer of(NewQuestion typed) {
        return new Composer(typed, false, false);
    }
}
