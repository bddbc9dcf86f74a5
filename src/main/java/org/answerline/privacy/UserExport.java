package org.answerline.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerline.attachment.AttachmentRows;
import org.answerline.conversation.message.MessageRows;
import org.answerline.conversation.message.MessageRows.ExportedMessage;
import org.answerline.platform.database.JdbcClient;

/** All data about one user as one JSON document; the database itself makes the objects of each table. */
@ApplicationScoped
public class UserExport {

    /** How many messages are in memory at once. */
    private static final int PAGE = 500;

    private final JdbcClient database;
    private final AccountExport accounts;
    private final MessageRows messages;
    private final AttachmentRows files;

    /** For the CDI proxy. */
    protected UserExport() {
        this(null, null, null, null);
    }

    /** From these tables. */
    @Inject
    public UserExport(JdbcClient database, AccountExport accounts, MessageRows messages, AttachmentRows files) {
        this.database = database;
        this.accounts = accounts;
        this.messages = messages;
        this.files = files;
    }

    /**
     * Writes the document in UTF-8 and leaves the stream open; short queries, so that a slow reader holds no connection.
     *
     * @param site what the addresses of files begin with, without a slash at its end; empty when it is not known
     * @param note a text for the reader, at the top
     * @return false, with nothing written, when there is no such account
     */
    public boolean write(long userId, String site, String note, OutputStream out) throws IOException {
        Optional<String> account = accounts.members(userId);
        if (account.isEmpty()) {
            return false;
        }
        Writer json = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        json.write(opened(head(note)));
        json.write(", " + account.get());
        json.write(", \"files_not_sent\" : " + files.exportedUnsent(userId, site));
        json.write(",\n\"messages\" : [");
        writeMessages(userId, site, json);
        json.write("\n]}\n");
        json.flush();
        return true;
    }

    private String head(String note) {
        return database.first(
                        row -> row.getString(1),
                        "select json_build_object('exported_at', now(), 'note', ?::text)::text",
                        note)
                .orElseThrow();
    }

    private void writeMessages(long userId, String site, Writer json) throws IOException {
        String separator = "\n";
        List<ExportedMessage> page = messages.exported(userId, 0, PAGE);
        while (!page.isEmpty()) {
            Map<Long, String> filesOf =
                    files.exported(page.stream().map(ExportedMessage::id).toList(), site);
            for (ExportedMessage message : page) {
                json.write(separator);
                json.write(opened(message.json()));
                json.write(", \"files\" : " + filesOf.getOrDefault(message.id(), "[]") + "}");
                separator = ",\n";
            }
            json.flush();
            page = messages.exported(userId, page.get(page.size() - 1).id(), PAGE);
        }
    }

    /** A JSON object without its last brace, so that more can be added to it. */
    private static String opened(String object) {
        return object.substring(0, object.length() - 1);
    }
}
