package org.answerline.site.api.json;

import org.answerline.conversation.team.ConversationState;

/**
 * A change of whose turn it is in a conversation.
 *
 * @param state open (ours), waiting (the user's) or closed
 */
public record StateJson(String state) {
    /** This state. */
    public static StateJson of(ConversationState state) {
        return new StateJson(state.key());
    }
}
