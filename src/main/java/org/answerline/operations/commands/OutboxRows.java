package org.answerline.operations.commands;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The outbox as the owner may see it: where to, since when and why not, but no words of anybody. */
final class OutboxRows {

    /** What waits for one chat. */
    record Waiting(long chatId, long count, Instant oldest, int failures) {}

    /** One delivery that ended without arriving; its message is "-" when it belongs to none. */
    record Failed(long id, long chatId, String message, Instant at, String reason) {}

    private OutboxRows() {}

    static List<Waiting> waiting(Connection database) throws SQLException {
        List<Waiting> rows = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(
                        """
                        select d.chat_id, count(*), min(d.created_at), coalesce(max(l.failures), 0)
                        from deliveries d left join delivery_lanes l on l.chat_id = d.chat_id
                        where d.state = 'WAITING' group by d.chat_id order by 3
                        """)) {
            while (row.next()) {
                rows.add(new Waiting(
                        row.getLong(1), row.getLong(2), row.getTimestamp(3).toInstant(), row.getInt(4)));
            }
        }
        return rows;
    }

    static List<Failed> failed(Connection database) throws SQLException {
        List<Failed> rows = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(
                        """
                        select id, chat_id, coalesce(support_message_id::text, '-'), finished_at, coalesce(failure, '')
                        from deliveries where state = 'GAVE_UP' order by finished_at, id
                        """)) {
            while (row.next()) {
                rows.add(new Failed(
                        row.getLong(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant(),
                        row.getString(5)));
            }
        }
        return rows;
    }
}
