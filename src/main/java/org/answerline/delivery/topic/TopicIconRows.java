package org.answerline.delivery.topic;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.answerline.platform.database.JdbcClient;

/** The SQL of the icons of users' topics (table {@code operator_topics}). Joins the caller's transaction. */
@ApplicationScoped
public class TopicIconRows {

    private static final String UNKNOWN = "UNKNOWN";

    /**
     * The icon of a user's topic.
     *
     * @param state the state that it shows; UNKNOWN if Telegram asked to wait when it was to be set; null if it was not set yet
     */
    public record Icon(long userId, long threadId, String state) {}

    @Inject
    private JdbcClient database;

    /** The users whose topics have an icon, and those of these users who have a topic. */
    public List<Long> users(long chatId, Collection<Long> others) {
        return database.list(
                row -> row.getLong(1),
                """
                select user_id from operator_topics where chat_id = ? and thread_id is not null and user_id <> ?
                and (icon is not null or user_id = any (?))
                """,
                chatId,
                TopicRows.DESK,
                others);
    }

    /** The icons of these users' topics, locked. */
    public List<Icon> locked(long chatId, Collection<Long> userIds) {
        return database.list(
                row -> new Icon(row.getLong(1), row.getLong(2), row.getString(3)),
                """
                select user_id, thread_id, icon from operator_topics
                where chat_id = ? and user_id = any (?) and thread_id is not null order by user_id for update
                """,
                chatId,
                userIds);
    }

    /** Notes the state that the icon of a user's topic shows. */
    public void set(long chatId, long userId, String state) {
        database.update("update operator_topics set icon = ? where chat_id = ? and user_id = ?", state, chatId, userId);
    }

    /** Telegram did not set an icon. The hourly comparison tries it again only while the conversation is a recent one. */
    public void forget(long chatId, long threadId) {
        setThread(chatId, threadId, null);
    }

    /** An icon was not set, and is to be set later in any case; returns the user whose topic it is. */
    public Optional<Long> postpone(long chatId, long threadId) {
        return setThread(chatId, threadId, UNKNOWN);
    }

    private Optional<Long> setThread(long chatId, long threadId, String state) {
        return database.first(
                row -> row.getLong(1),
                "update operator_topics set icon = ? where chat_id = ? and thread_id = ? returning user_id",
                state,
                chatId,
                threadId);
    }
}
