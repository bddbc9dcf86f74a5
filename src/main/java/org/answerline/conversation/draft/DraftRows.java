package org.answerline.conversation.draft;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.answerline.platform.database.JdbcClient;

/** The SQL of drafts that the server and the command line share. Joins the caller's transaction. */
@ApplicationScoped
public class DraftRows {

    private final JdbcClient database;

    /** For the CDI proxy. */
    protected DraftRows() {
        this(null);
    }

    /** In this database. */
    @Inject
    public DraftRows(JdbcClient database) {
        this.database = database;
    }

    /** The ids of the drafts that are this user's. */
    public List<String> idsOf(long userId) {
        return database.list(row -> row.getString(1), "select id from question_drafts where user_id = ?", userId);
    }

    /** The questions that are this user's and were not sent as a JSON array, for the user. */
    public String exported(long userId) {
        return database.first(
                        row -> row.getString(1),
                        """
                        select coalesce(json_agg(json_build_object('subject', subject, 'text', message, 'created_at', created_at,
                          'changed_at', changed_at) order by created_at, id), '[]')::text
                        from question_drafts where user_id = ? and support_message_id is null
                        """,
                        userId)
                .orElseThrow();
    }
}
