package org.answerline.conversation.team;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.answerline.platform.database.JdbcClient;
import org.answerline.platform.erasure.ConversationMover;

/** Moves to another user what the operators have noted and decided; a user about whose conversation something was decided keeps that. */
@ApplicationScoped
public class ConversationTransfer implements ConversationMover {

    @Inject
    private JdbcClient database;

    /** An open question of either side stays open: the state of the conversation covers the messages of both from now on. */
    @Override
    public void prepareMove(long fromUser, long toUser) {
        Optional<Long> open = firstOpen(fromUser, toUser);
        database.update(
                "update conversations set user_id = ? where user_id = ?"
                        + " and not exists (select 1 from conversations where user_id = ?)",
                toUser,
                fromUser,
                toUser);
        database.update(
                "update conversations kept set closed_through = greatest(kept.closed_through, moved.closed_through)"
                        + " from conversations moved where kept.user_id = ? and moved.user_id = ?",
                toUser,
                fromUser);
        open.ifPresent(first -> database.update(
                "update conversations set closed_through = ? where user_id = ? and closed_through >= ?",
                first - 1,
                toUser,
                first));
    }

    @Override
    public void moveConversation(long fromUser, long toUser) {
        database.update("update conversation_notes set user_id = ? where user_id = ?", toUser, fromUser);
    }

    private Optional<Long> firstOpen(long oneUser, long otherUser) {
        return database.first(
                row -> row.getLong(1),
                "select first_id from (" + Conversations.OPEN
                        + ") open where user_id in (?, ?) order by first_id limit 1",
                oneUser,
                otherUser);
    }
}
