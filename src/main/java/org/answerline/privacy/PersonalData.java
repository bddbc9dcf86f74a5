package org.answerline.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import org.answerline.attachment.Attachments;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.telegram.BotSettings;

/** Gives users all data about them, and erases it. */
@ApplicationScoped
public class PersonalData {

    @Inject
    private UserExport export;

    @Inject
    private Erasure erasure;

    @Inject
    private Attachments attachments;

    @Inject
    private OperatorChat operator;

    @Inject
    private BotSettings bot;

    @Inject
    private Clock clock;

    /**
     * Writes all data about a user, as {@link UserExport} does.
     *
     * @param site the address of this site, without a slash at its end
     * @param note a text for the reader
     */
    public void export(long userId, String site, String note, OutputStream out) throws IOException {
        export.write(userId, site, note, out);
    }

    /** What there is to erase of a user, and what will stay in Telegram. */
    public ErasureSummary summary(long userId) {
        return erasure.summary(userId, telegram(), clock.instant());
    }

    /** Erases a user: the account and all that belongs to it in one transaction, contents kept in a folder right after it. */
    public ErasureSummary erase(long userId) {
        Erasure.Outcome outcome = erasure.erase(userId, telegram(), clock.instant());
        attachments.forgetContents(outcome.files());
        return outcome.summary();
    }

    /** Erases a guest who was not active for long, as {@link Erasure} does. */
    void expire(long userId, BooleanSupplier isInactive) {
        Erasure.Outcome outcome = erasure.expire(userId, telegram(), clock.instant(), isInactive);
        attachments.forgetContents(outcome.files());
    }

    private ErasureContext telegram() {
        return new ErasureContext(bot.botId(), operator.id(), operator.texts());
    }
}
