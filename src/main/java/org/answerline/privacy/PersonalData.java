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

/** The face of this package: gives people what is kept of them, and erases it. */
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
     * Writes all that is kept of a user, as {@link UserExport} does.
     *
     * @param site the address of this site, without a slash at its end
     * @param note words for the reader
     */
    public void export(long userId, String site, String note, OutputStream out) throws IOException {
        try {
            new UserExport(database, site).write(userId, note, out);
        } catch (SQLException away) {
            throw new IllegalStateException("The database cannot be read", away);
        }
    }

    /** What there is to erase of a user, and what will stay in Telegram. */
    public ErasureSummary summary(long userId) {
        try (Connection connection = database.getConnection()) {
            return new Erasure(connection, telegram(), clock.instant()).summary(userId);
        } catch (SQLException away) {
            throw new IllegalStateException("The database cannot be read", away);
        }
    }

    /** Erases a user: the account and all that belongs to it at once, contents kept in a folder right after it. */
    public ErasureSummary erase(long userId) {
        Erasure.Outcome outcome = transaction.erase(userId, telegram());
        attachments.forgetContents(outcome.files());
        return outcome.summary();
    }

    private ErasureContext telegram() {
        return new ErasureContext(bot.botId(), operator.id(), operator.texts());
    }
}
