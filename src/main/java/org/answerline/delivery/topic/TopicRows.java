package org.answerline.delivery.topic;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.answerline.platform.database.JdbcClient;
import org.answerline.platform.erasure.ConversationMover;

/** The SQL of the topics (tables {@code operator_topics} and {@code former_topics}). Joins the caller's transaction. */
@ApplicationScoped
public class TopicRows implements ConversationMover {

    /** Stands for the desk itself instead of a user. */
    public static final long DESK = 0;

    /** How long the update about a topic is waited for whose creation was not answered. */
    static final int ADOPTION_SECONDS = 10;

    /** How long nothing is sent to a topic that Telegram refused. */
    private static final int AVOIDED_SECONDS = 300;

    /** A topic that a user had. */
    public record Topic(long chatId, long threadId) {}

    /**
     * What is known about a user's topic.
     *
     * @param threadId its message_thread_id; null while there is none
     * @param isAwaited whether the update about it may still come
     * @param isAvoided whether Telegram has refused it a while ago
     * @param requests how often Telegram was asked to create it and gave no clear answer
     */
    record State(Long threadId, boolean isAwaited, boolean isAvoided, int requests) {}

    /**
     * A topic that was taken over from its update.
     *
     * @param isReplacement whether it takes the place of one that was deleted
     */
    public record Adopted(long userId, boolean isReplacement) {}

    private final JdbcClient database;

    /** For the CDI proxy. */
    protected TopicRows() {
        this(null);
    }

    /** In this database. */
    @Inject
    public TopicRows(JdbcClient database) {
        this.database = database;
    }

    /** A user who has a topic in a chat keeps it, and the other topic is nobody's from then on; it is deleted with the user. */
    @Override
    public void moveConversation(long fromUser, long toUser) {
        database.update(
                "update operator_topics t set user_id = ? where user_id = ? and not exists"
                        + " (select 1 from operator_topics o where o.user_id = ? and o.chat_id = t.chat_id)",
                toUser,
                fromUser,
                toUser);
        database.update("update former_topics set user_id = ? where user_id = ?", toUser, fromUser);
        database.update(
                """
                insert into former_topics (chat_id, thread_id, user_id)
                select chat_id, thread_id, ? from operator_topics where user_id = ? and thread_id is not null on conflict do nothing
                """,
                toUser,
                fromUser);
        database.update("delete from operator_topics where user_id = ?", fromUser);
    }

    Optional<State> state(long chatId, long userId) {
        return database.first(
                row -> new State(row.getObject(1, Long.class), row.getBoolean(2), row.getBoolean(3), row.getInt(4)),
                """
                select thread_id, coalesce(requested_at > now() - ? * interval '1 second', false),
                  coalesce(avoided_until > now(), false), requests
                from operator_topics where chat_id = ? and user_id = ?
                """,
                ADOPTION_SECONDS,
                chatId,
                userId);
    }

    /** Which of these users have a topic. */
    public Set<Long> existing(long chatId, Collection<Long> userIds) {
        return database
                .list(
                        row -> row.getLong(1),
                        "select user_id from operator_topics where chat_id = ? and user_id = any (?) and thread_id is not null",
                        chatId,
                        userIds)
                .stream()
                .collect(Collectors.toSet());
    }

    /** Notes that Telegram is about to be asked to create a topic. */
    void request(long chatId, long userId, String name) {
        database.update(
                """
                insert into operator_topics (chat_id, user_id, name, requested_at, requests) values (?, ?, ?, now(), 1)
                on conflict (chat_id, user_id) do update set name = excluded.name, requested_at = excluded.requested_at,
                  requests = operator_topics.requests + 1
                """,
                chatId,
                userId,
                name);
    }

    /** Telegram gave no clear answer: from now on the update about the topic is waited for. */
    public void await(long chatId, long userId) {
        database.update(
                "update operator_topics set requested_at = now() where chat_id = ? and user_id = ? and thread_id is null",
                chatId,
                userId);
    }

    /** Telegram was not asked: there is nothing to wait for. */
    public void forgetRequest(long chatId, long userId) {
        database.update(
                "update operator_topics set requested_at = null, requests = 0 where chat_id = ? and user_id = ?",
                chatId,
                userId);
    }

    /**
     * Telegram has created the topic; one that was adopted meanwhile is kept.
     *
     * @return whether it takes the place of one that was deleted; empty if its user's data was erased meanwhile
     */
    public Optional<Boolean> created(long chatId, long userId, long threadId) {
        return database.first(
                row -> row.getBoolean(1),
                """
                        with before as (
                          select thread_id, lost_thread_id from operator_topics where chat_id = ? and user_id = ? for update)
                        update operator_topics t set thread_id = coalesce(t.thread_id, ?), requested_at = null, requests = 0,
                          avoided_until = null
                        from before where t.chat_id = ? and t.user_id = ?
                        returning before.thread_id is null and before.lost_thread_id is not null
                        """,
                chatId,
                userId,
                threadId,
                chatId,
                userId);
    }

    /**
     * Takes a topic that Telegram reports for the one whose creation it has not answered.
     *
     * @return whose it is; empty if nobody's creation is unanswered
     */
    public Optional<Adopted> adopt(long chatId, String name, long threadId) {
        return database.first(
                row -> new Adopted(row.getLong(1), row.getBoolean(2)),
                """
                        update operator_topics set thread_id = ?, requested_at = null, requests = 0, avoided_until = null
                        where chat_id = ? and name = ? and thread_id is null and requested_at is not null
                        and ? > coalesce(lost_thread_id, 0) returning user_id, lost_thread_id is not null
                        """,
                threadId,
                chatId,
                name,
                threadId);
    }

    /** A topic does not exist any more. */
    public void lost(long chatId, long userId, long threadId) {
        database.update(
                """
                update operator_topics set thread_id = null, requested_at = null, requests = 0, lost_thread_id = thread_id, icon = null
                where chat_id = ? and user_id = ? and thread_id = ?
                """,
                chatId,
                userId,
                threadId);
    }

    /** Telegram refuses to create a topic, or what is sent there: for a while nothing is. */
    public void avoid(long chatId, long userId) {
        database.update(
                """
                update operator_topics set requested_at = null, requests = 0, avoided_until = now() + ? * interval '1 second'
                where chat_id = ? and user_id = ?
                """,
                AVOIDED_SECONDS,
                chatId,
                userId);
    }

    /** The bot has other rights now: nothing is avoided any more. */
    public void tryAgain(long chatId) {
        database.update(
                "update operator_topics set avoided_until = null where chat_id = ? and avoided_until is not null",
                chatId);
    }

    /**
     * The user whose topic this is, or was until it was deleted: an update about a message in it may arrive after the desk has learnt of the
     * deletion. Empty if it is nobody's.
     */
    public Optional<Long> userOf(long chatId, long threadId) {
        return database.first(
                row -> row.getLong(1),
                """
                select user_id from operator_topics where chat_id = ? and thread_id = ? and user_id <> ?
                union all
                select user_id from operator_topics where chat_id = ? and lost_thread_id = ? and user_id <> ?
                """,
                chatId,
                threadId,
                DESK,
                chatId,
                threadId,
                DESK);
    }

    /** Whether a topic is a user's, or the desk's own. */
    public boolean isTaken(long chatId, long threadId) {
        return database.first(
                        row -> true,
                        "select 1 from operator_topics where chat_id = ? and thread_id = ?",
                        chatId,
                        threadId)
                .isPresent();
    }

    /** Forgets a user's topics, and those that came with the conversation of a guest; returns those that exist. */
    public List<Topic> remove(long userId) {
        Stream<Topic> present =
                removed("delete from operator_topics where user_id = ? returning chat_id, thread_id", userId);
        Stream<Topic> former =
                removed("delete from former_topics where user_id = ? returning chat_id, thread_id", userId);
        return Stream.concat(present, former).toList();
    }

    private Stream<Topic> removed(String statement, long userId) {
        return database.list(row -> topic(row.getLong(1), row.getObject(2, Long.class)), statement, userId).stream()
                .flatMap(Optional::stream);
    }

    private static Optional<Topic> topic(long chatId, Long threadId) {
        return Optional.ofNullable(threadId).map(id -> new Topic(chatId, id));
    }
}
