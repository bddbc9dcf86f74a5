package org.answerline.privacy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The bot's messages in Telegram that contain a user's text or are addressed to the user, as far as they are recorded. */
final class TelegramCopies {

    /** One such message; it stays in Telegram unless it is deletable. */
    record Copy(long chatId, long messageId, boolean atOperator, boolean deletable) {}

    /** Chats that are or were the user's, and are now neither another user's nor the operators'. */
    static final String CHATS =
            """
            with mine as (select id, is_from_admin, origin_chat_id from support_messages where user_id = ?),
            chats as (
              select chat_id from (
                select telegram_chat_id as chat_id from user_telegram_links where user_id = ?
                union select origin_chat_id from mine where not is_from_admin
                union select chat_id from deliveries where purpose = 'ANSWER' and support_message_id in (select id from mine)
              ) every where chat_id is not null and chat_id <> ?
              and not exists (select 1 from user_telegram_links l where l.telegram_chat_id = every.chat_id and l.user_id <> ?))
            """;

    // A message with questions of several users stays, and so does a message of another bot.
    private static final String COPIES = CHATS
            + """
            , sent as (
              select d.chat_id, one.message_id::bigint, max(coalesce(d.finished_at, d.created_at)) as at
              from deliveries d cross join unnest(string_to_array(
                coalesce(d.telegram_message_ids, d.telegram_message_id::text), ',')) as one (message_id)
              where d.purpose in ('NOTICE', 'ANSWER', 'WORD') and (d.support_message_id in (select id from mine)
                or d.about_message_id in (select id from mine) or d.chat_id in (select chat_id from chats))
              group by 1, 2),
            noticed as (
              select chat_id, message_id, bool_or(bot_id = ?) as ours
              from operator_notices where support_message_id in (select id from mine) group by 1, 2)
            select chat_id, message_id, chat_id not in (select chat_id from chats) as at_operator,
              coalesce(s.at > ?, false) and coalesce(n.ours, true) and not exists (
                select 1 from operator_notices o where o.chat_id = c.chat_id and o.message_id = c.message_id
                and o.bot_id = ? and o.support_message_id not in (select id from mine)) as deletable
            from (select chat_id, message_id from sent union select chat_id, message_id from noticed) c
            left join sent s using (chat_id, message_id) left join noticed n using (chat_id, message_id)
            order by 1, 2
            """;

    private TelegramCopies() {}

    /**
     * Finds the messages for a user.
     *
     * @param youngest messages sent before this time can no longer be deleted
     */
    static List<Copy> of(Connection database, long userId, ErasureContext telegram, Instant youngest)
            throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(COPIES)) {
            bindChats(statement, userId, telegram);
            statement.setLong(5, telegram.botId());
            statement.setTimestamp(6, Timestamp.from(youngest));
            statement.setLong(7, telegram.botId());
            List<Copy> copies = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    copies.add(new Copy(row.getLong(1), row.getLong(2), row.getBoolean(3), row.getBoolean(4)));
                }
            }
            return copies;
        }
    }

    /** Finds the chats of the user. */
    static List<Long> chats(Connection database, long userId, ErasureContext telegram) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(CHATS + " select chat_id from chats")) {
            bindChats(statement, userId, telegram);
            List<Long> chats = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    chats.add(row.getLong(1));
                }
            }
            return chats;
        }
    }

    private static void bindChats(PreparedStatement statement, long userId, ErasureContext telegram)
            throws SQLException {
        statement.setLong(1, userId);
        statement.setLong(2, userId);
        statement.setLong(3, telegram.operatorChat());
        statement.setLong(4, userId);
    }
}
