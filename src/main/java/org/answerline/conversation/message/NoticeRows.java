package org.answerline.conversation.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import org.answerline.platform.database.JdbcClient;

/** The SQL, shared by the server and the command line, of the Telegram messages that stand for messages of users. */
@ApplicationScoped
public class NoticeRows {

    /**
     * A Telegram message that stands for messages of a user.
     *
     * @param isOfBot whether the bot that was asked for sent it; true where it is not known
     */
    public record Notice(TelegramMessageRef message, boolean isOfBot) {}

    private final JdbcClient database;

    /** For the CDI proxy. */
    protected NoticeRows() {
        this(null);
    }

    /** In this database. */
    @Inject
    public NoticeRows(JdbcClient database) {
        this.database = database;
    }

    /** The Telegram messages that stand for a user's messages. */
    public List<Notice> of(long userId, long botId) {
        return database.list(
                row -> new Notice(new TelegramMessageRef(row.getLong(1), row.getLong(2)), row.getBoolean(3)),
                "select chat_id, message_id, coalesce(bool_or(bot_id = ?), true) from operator_notices"
                        + " where support_message_id in (select id from support_messages where user_id = ?) group by 1, 2",
                botId,
                userId);
    }

    /** Which of these Telegram messages of a bot stand for messages of other users too. */
    public List<TelegramMessageRef> sharedWithOthers(Collection<TelegramMessageRef> messages, long userId, long botId) {
        return database.list(
                row -> new TelegramMessageRef(row.getLong(1), row.getLong(2)),
                """
                select o.chat_id, o.message_id from operator_notices o
                join unnest(?, ?) as c (chat_id, message_id) using (chat_id, message_id)
                where o.bot_id = ? and o.support_message_id not in (select id from support_messages where user_id = ?)
                """,
                messages.stream().map(TelegramMessageRef::chatId).toList(),
                messages.stream().map(TelegramMessageRef::messageId).toList(),
                botId,
                userId);
    }
}
