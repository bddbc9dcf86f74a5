package org.answerline.privacy;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.answerline.attachment.Attachments;
import org.answerline.conversation.OperatorChat;
import org.answerline.telegram.BotSettings;

/** The public entry point of this package: exports and erases the data about a user. */
@ApplicationScoped
public class PersonalData {

    @Resource(lookup = "jdbc/supportdesk")
    private DataSource database;

    @Inject
    private ErasureTransaction transaction;

    @Inject
    private Attachments attachments;

    @Inject
    private OperatorChat operator;

    @Inject
    private BotSettings bot;

    @Inject
    private Clock clock;

    /**
     * Writes all data about a user, in the format of {@link UserExport}.
     *
     * @param site the address of this site without a slash at its end
     * @param note an explanation for the reader
     */
    public void export(long userId, String site, String note, OutputStream out) throws IOException {
        try {
            new UserExport(database, site).write(userId, note, out);
        } catch (SQLException away) {
            throw new IllegalStateException("The database cannot be read", away);
        }
    }

    /** Counts what would be erased of a user, and what will stay in Telegram. */
    public ErasureSummary summary(long userId) {
        try (Connection connection = database.getConnection()) {
            return new Erasure(connection, telegram(), clock.instant()).summary(userId);
        } catch (SQLException away) {
            throw new IllegalStateException("The database cannot be read", away);
        }
    }

    /** Erases a user: the account and everything that belongs to it in one transaction, contents in a folder right after it. */
    public ErasureSummary erase(long userId) {
        Erasure.Outcome outcome = transaction.erase(userId, telegram());
        attachments.forgetContents(outcome.files());
        return outcome.summary();
    }

    private ErasureContext telegram() {
        return new ErasureContext(bot.botId(), operator.id(), operator.texts());
    }
}
