package org.answerline.privacy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Exports all data about one user as one JSON document, which the database generates page by page. */
public final class UserExport {

    /** Number of messages that are in memory at once. */
    private static final int PAGE = 500;

    private static final String FILE =
            """
            json_build_object('number', a.id, 'name', a.name, 'type', a.type, 'size', a.size, 'state', lower(a.state),
              'address', case when a.state = 'READY' then ? || '/api/feedback/files/' || a.id || '/' end)
            """;

    private static final String ACCOUNT =
            """
            select json_build_object('exported_at', now(), 'note', ?::text,
              'account', json_build_object('number', u.id, 'email', u.email, 'email_confirmed_at', u.email_confirmed_at, 'full_name', u.full_name,
                'language', u.language, 'opened_at', u.created_at),
              'telegram', coalesce((select json_build_object('linked', telegram_chat_id is not null,
                  'chat', telegram_chat_id, 'name', telegram_name, 'linked_at', linked_at, 'language', telegram_language,
                  'blocked_since', blocked_at) from user_telegram_links where user_id = u.id),
                json_build_object('linked', false)),
              'files_not_sent', coalesce((select json_agg("""
                    + FILE
                    + """
                order by a.created_at, a.id) from attachments a
                where a.user_id = u.id and a.support_message_id is null), '[]'))::text
            from users u where u.id = ?
            """;

    private static final String MESSAGES =
            """
            select m.id, json_build_object('number', m.question_number, 'from', case when is_from_admin then 'support' else 'you' end,
              'written_in', lower(source), 'subject', subject, 'text', text, 'text_entities', cast(entities as json), 'in_reply_to', quote, 'created_at', created_at,
              'state', lower(delivery), 'changed_at', changed_at,
              'files', coalesce((select json_agg("""
                    + FILE
                    + """
                order by a.place, a.created_at, a.id) from attachments a where a.support_message_id = m.id), '[]'))::text
            from support_messages m where user_id = ? and m.id > ? order by m.id limit ?
            """;

    private final DataSource database;
    private final String site;

    /**
     * Uses this database.
     *
     * @param site the address of the site without a slash at its end, for links to files; empty when it is not known
     */
    public UserExport(DataSource database, String site) {
        this.database = database;
        this.site = site;
    }

    /**
     * Writes the document in UTF-8 and leaves the stream open. Each page is a short query, so a slow reader holds no connection.
     *
     * @param note an explanation for the reader, at the top of the document
     * @return false, with nothing written, when there is no such account
     */
    public boolean write(long userId, String note, OutputStream out) throws SQLException, IOException {
        String account = account(userId, note);
        if (account == null) {
            return false;
        }
        Writer json = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        json.write(account.substring(0, account.length() - 1) + ",\n\"messages\" : [");
        long last = 0;
        for (long page = page(userId, last, json); page > last; page = page(userId, last, json)) {
            last = page;
            json.flush();
        }
        json.write("\n]}\n");
        json.flush();
        return true;
    }

    private String account(long userId, String note) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(ACCOUNT)) {
            statement.setString(1, note);
            statement.setString(2, site);
            statement.setLong(3, userId);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        }
    }

    /** Writes the messages after the given id; returns the id of the last one, or the given id when there are no more. */
    private long page(long userId, long after, Writer json) throws SQLException, IOException {
        StringBuilder messages = new StringBuilder();
        long last = after;
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(MESSAGES)) {
            statement.setString(1, site);
            statement.setLong(2, userId);
            statement.setLong(3, after);
            statement.setInt(4, PAGE);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    messages.append(last == 0 ? "\n" : ",\n").append(rows.getString(2));
                    last = rows.getLong(1);
                }
            }
        }
        json.append(messages);
        return last;
    }
}
