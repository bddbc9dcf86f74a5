package org.answerline.linking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.answerline.platform.database.JdbcClient;
import org.answerline.platform.erasure.ConversationMover;
import org.answerline.platform.erasure.ErasedUser;
import org.answerline.platform.erasure.UserDataEraser;

/** The SQL of links that the server and the command line share. Joins the caller's transaction. */
@ApplicationScoped
public class TelegramLinkRows implements UserDataEraser, ConversationMover {

    private final JdbcClient database;

    /** For the CDI proxy. */
    protected TelegramLinkRows() {
        this(null);
    }

    /** In this database. */
    @Inject
    public TelegramLinkRows(JdbcClient database) {
        this.database = database;
    }

    /** A user who has a link keeps it; the row without one, which every page of a token makes, gives way. */
    @Override
    public void moveConversation(long fromUser, long toUser) {
        boolean isLinked = database.first(
                        row -> true,
                        "select 1 from user_telegram_links where user_id = ? and telegram_chat_id is not null",
                        fromUser)
                .isPresent();
        if (isLinked) {
            database.update("delete from user_telegram_links where user_id = ? and telegram_chat_id is null", toUser);
            database.update(
                    "update user_telegram_links set user_id = ? where user_id = ?"
                            + " and not exists (select 1 from user_telegram_links where user_id = ?)",
                    toUser,
                    fromUser,
                    toUser);
        }
    }

    /** How many accounts have ever had a link or were asked for one. */
    public long count() {
        return database.number("select count(*) from user_telegram_links");
    }

    /**
     * Deletes all links.
     *
     * @return how many there were
     */
    public int deleteAll() {
        return database.update("delete from user_telegram_links");
    }

    /** The chat that is linked to a user. */
    public Optional<Long> chatOf(long userId) {
        return Optional.ofNullable(chatsOf(List.of(userId)).get(userId));
    }

    /** The linked chats of those of these users who have one, by user. */
    public Map<Long, Long> chatsOf(Collection<Long> userIds) {
        return database
                .list(
                        row -> Map.entry(row.getLong(1), row.getLong(2)),
                        "select user_id, telegram_chat_id from user_telegram_links"
                                + " where user_id = any (?) and telegram_chat_id is not null",
                        userIds)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Which of these chats are linked to other users than this one. */
    public List<Long> chatsOfOthers(Collection<Long> chatIds, long userId) {
        return database.list(
                row -> row.getLong(1),
                "select telegram_chat_id from user_telegram_links where telegram_chat_id = any (?) and user_id <> ?",
                chatIds,
                userId);
    }

    /** Which of these chats are linked to a user. */
    public List<Long> linked(Collection<Long> chatIds) {
        return database.list(
                row -> row.getLong(1),
                "select telegram_chat_id from user_telegram_links where telegram_chat_id = any (?)",
                chatIds);
    }

    /** What is stored about a user's Telegram as a JSON object, for the user. */
    public String exported(long userId) {
        return database.first(
                        row -> row.getString(1),
                        """
                        select json_build_object('linked', telegram_chat_id is not null, 'chat', telegram_chat_id,
                          'name', telegram_name, 'linked_at', linked_at, 'language', telegram_language,
                          'blocked_since', blocked_at)::text
                        from user_telegram_links where user_id = ?
                        """,
                        userId)
                .orElse("{\"linked\" : false}");
    }

    /** Forgets that the user's chats asked to move to other accounts. */
    @Override
    public void erase(ErasedUser user) {
        database.update(
                "update user_telegram_links set requested_chat_id = null where requested_chat_id = any (?)",
                user.chats());
    }
}
