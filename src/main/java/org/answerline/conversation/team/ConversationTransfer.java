package org.answerline.conversation.team;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.answerline.platform.database.JdbcClient;
import org.answerline.platform.erasure.ConversationMover;

/** Moves to another user what the operators have noted and decided; a user about whose conversation something was decided keeps that. */
@ApplicationScoped
class ConversationTransfer implements ConversationMover {

    @Inject
    private JdbcClient database;

    @Override
    public void moveConversation(long fromUser, long toUser) {
        database.update("update conversation_notes set user_id = ? where user_id = ?", toUser, fromUser);
        database.update(
                "update conversations set user_id = ? where user_id = ?"
                        + " and not exists (select 1 from conversations where user_id = ?)",
                toUser,
                fromUser,
                toUser);
    }
}
