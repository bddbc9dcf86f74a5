package org.answerline.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.answerline.platform.database.JdbcClient;
import org.answerline.platform.erasure.ConversationMover;

/** The SQL of files that the server and the command line share. Joins the caller's transaction. */
@ApplicationScoped
public class AttachmentRows implements ConversationMover {

    private static final String EXPORTED =
            """
            json_agg(json_build_object('number', id, 'name', name, 'type', type, 'size', size, 'state', lower(state),
              'address', case when state = 'READY' then ? || '/api/feedback/files/' || id || '/' end)
            """;

    private final JdbcClient database;

    /** For the CDI proxy. */
    protected AttachmentRows() {
        this(null);
    }

    /** In this database. */
    @Inject
    public AttachmentRows(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void moveConversation(long fromUser, long toUser) {
        database.update("update attachments set user_id = ? where user_id = ?", toUser, fromUser);
    }

    /** How many files of this user there are, sent or not. */
    public long count(long userId) {
        return database.number("select count(*) from attachments where user_id = ?", userId);
    }

    /**
     * Deletes the records of a user's files and of those that wait with these drafts.
     *
     * @return their ids, whose contents a folder may still have
     */
    public List<String> delete(long userId, Collection<String> draftIds) {
        return database.list(
                row -> row.getString(1),
                "delete from attachments where user_id = ? or draft_id = any (cast(? as text[])) returning id",
                userId,
                draftIds);
    }

    /**
     * Deletes the records of files that were uploaded before the limit and not sent, except those of a question that still waits for a
     * confirmation.
     *
     * @return their ids, whose contents a folder may still have
     */
    List<String> deleteUnsentBefore(Instant limit, Instant now) {
        return database.list(
                row -> row.getString(1),
                """
                delete from attachments where support_message_id is null and created_at < ?
                and not exists (select 1 from question_drafts d where d.id = draft_id and d.kept_until > ?) returning id
                """,
                limit,
                now);
    }

    /**
     * The files that a user has not sent yet as a JSON array.
     *
     * @param site what the addresses of files begin with, without a slash at its end
     */
    public String exportedUnsent(long userId, String site) {
        return database.first(
                        row -> row.getString(1),
                        "select coalesce(" + EXPORTED + "order by created_at, id), '[]')::text"
                                + " from attachments where user_id = ? and support_message_id is null",
                        site,
                        userId)
                .orElseThrow();
    }

    /**
     * The files of these messages as JSON arrays, by message; a message without files has none.
     *
     * @param site what the addresses of files begin with, without a slash at its end
     */
    public Map<Long, String> exported(Collection<Long> messageIds, String site) {
        return database
                .list(
                        row -> Map.entry(row.getLong(2), row.getString(1)),
                        "select " + EXPORTED + "order by place, created_at, id)::text, support_message_id"
                                + " from attachments where support_message_id = any (?) group by support_message_id",
                        site,
                        messageIds)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
