package org.answerline.conversation.rating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.answerline.platform.database.JdbcClient;
import org.answerline.platform.erasure.ConversationMover;

/** The SQL of ratings that the server and the command line share. Joins the caller's transaction. */
@ApplicationScoped
public class RatingRows implements ConversationMover {

    private final JdbcClient database;

    /** For the CDI proxy. */
    protected RatingRows() {
        this(null);
    }

    /** In this database. */
    @Inject
    public RatingRows(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void moveConversation(long fromUser, long toUser) {
        database.update("update conversation_ratings set user_id = ? where user_id = ?", toUser, fromUser);
    }

    /** The ratings of a user as a JSON array, for the user. */
    public String exported(long userId) {
        return database.first(
                        row -> row.getString(1),
                        """
                        select coalesce(json_agg(json_build_object('closed_at', closed_at, 'score', score, 'rated_at', rated_at,
                          'comment', comment) order by id), '[]')::text
                        from conversation_ratings where user_id = ? and score is not null
                        """,
                        userId)
                .orElseThrow();
    }
}
