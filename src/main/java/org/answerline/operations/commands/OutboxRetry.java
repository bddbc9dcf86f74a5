package org.answerline.operations.commands;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.answerline.platform.database.NodeEvents;
import org.answerline.site.live.LiveUpdates;

/**
 * Has what failed sent again: messages that are failed now, to the chat where they belong now.
 *
 * <p>Reactions and hints are not repeated, nor what has been sent since in another way, as by /missed.
 */
final class OutboxRetry {

    /** Failed now, with a chat to go to; locked before anything else, as /missed does, so that only one of both sends it. */
    private static final String TAKE =
            """
            select m.id, m.user_id from support_messages m
            left join user_telegram_links l on l.user_id = m.user_id
            where m.delivery = 'FAILED' and (not m.is_from_admin or l.telegram_chat_id is not null)
            and exists (select 1 from deliveries d where d.support_message_id = m.id and d.state = 'GAVE_UP'
                        and d.purpose in ('NOTICE', 'ANSWER') and (cardinality(?) = 0 or d.id = any (?)))
            order by m.id for update of m
            """;

    /** In a chat that has not got the earlier parts these are needed too. */
    private static final String QUEUE =
            """
            with present as (
              select d.id, case d.purpose when 'ANSWER' then l.telegram_chat_id
                else coalesce((select cast(f.value as bigint) from remembered_facts f
                               where f.name = 'admin_chat.' || d.chat_id || '.moved_to'), d.chat_id) end as chat_id
              from deliveries d join support_messages m on m.id = d.support_message_id
              left join user_telegram_links l on l.user_id = m.user_id
              where d.purpose in ('NOTICE', 'ANSWER') and m.id = any (?))
            update deliveries d set state = 'WAITING', finished_at = null, failure = null, unknown_outcomes = 0,
              unlisted_refusals = 0, chat_id = p.chat_id, telegram_message_id = null,
              telegram_message_ids = case when d.chat_id = p.chat_id then d.telegram_message_ids end,
              reply_to_message_id = case when d.chat_id = p.chat_id then d.reply_to_message_id end
            from present p where p.id = d.id and (d.state = 'GAVE_UP' or (d.state = 'SENT' and d.chat_id <> p.chat_id))
            """;

    private OutboxRetry() {}

    /**
     * Queues again.
     *
     * @param ids the deliveries that are meant; all when empty
     * @return how many deliveries wait again
     */
    static int retry(Connection database, List<Long> ids) throws SQLException {
        database.setAutoCommit(false);
        List<Long> messages = new ArrayList<>();
        List<Long> users = new ArrayList<>();
        take(database, ids, messages, users);
        try (PreparedStatement state = database.prepareStatement("update support_messages set delivery = 'WAITING',"
                        + " delivery_failure = null, changed_at = now() where id = any (?)");
                PreparedStatement deliveries = database.prepareStatement(QUEUE)) {
            state.setArray(1, database.createArrayOf("bigint", messages.toArray()));
            state.executeUpdate();
            deliveries.setArray(1, database.createArrayOf("bigint", messages.toArray()));
            int count = deliveries.executeUpdate();
            tellPages(database, users);
            database.commit();
            return count;
        }
    }

    private static void take(Connection database, List<Long> ids, List<Long> messages, List<Long> users)
            throws SQLException {
        try (PreparedStatement failed = database.prepareStatement(TAKE)) {
            failed.setArray(1, database.createArrayOf("bigint", ids.toArray()));
            failed.setArray(2, database.createArrayOf("bigint", ids.toArray()));
            try (ResultSet row = failed.executeQuery()) {
                while (row.next()) {
                    messages.add(row.getLong(1));
                    users.add(row.getLong(2));
                }
            }
        }
    }

    /** Open pages of these users look again once this has committed. */
    private static void tellPages(Connection database, List<Long> users) throws SQLException {
        try (PreparedStatement notify = database.prepareStatement("select pg_notify(?, ?)")) {
            for (Long user : users.stream().distinct().toList()) {
                notify.setString(1, NodeEvents.CHANNEL);
                notify.setString(2, LiveUpdates.USER + user);
                notify.execute();
            }
        }
    }
}
