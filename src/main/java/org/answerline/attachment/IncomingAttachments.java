package org.answerline.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Files that come from Telegram: noted with their message, fetched afterwards, by whichever node takes them first. */
@ApplicationScoped
@Transactional
public class IncomingAttachments {

    /** A node that died leaves its files to the others after this; one that is only slow is done no harm by a second one. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    @Inject
    private AttachmentRepository records;

    @Inject
    private AttachmentStorage storage;

    @Inject
    private Event<FileQueued> arrivals;

    @Inject
    private Clock clock;

    /** Notes a file with its message, behind those the message has already; it is fetched when this has committed. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Attachment note(long userId, long messageId, TelegramFile arrived) {
        Attachment file = Attachment.arrived(userId, messageId, records.countOf(messageId), arrived, clock.instant());
        records.add(file);
        arrivals.fire(new FileQueued());
        return file;
    }

    /** Files to be fetched now, at most so many, which nobody else takes for a minute. */
    public List<Attachment> take(int most) {
        return records.takeToFetch(most, LEASE.toSeconds());
    }

    /** Tries again after a while. */
    public void later(Attachment file, Duration wait) {
        records.fetchAgainIn(file.id(), Math.max(1, wait.toSeconds()));
    }

    /** There will be no content. */
    public void end(Attachment file, FileState state) {
        storage.settle(file, state);
    }

    /**
     * Keeps the content, if it is of a sort that is kept.
     *
     * @throws IOException if it does not come whole
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void keep(Attachment file, InputStream content) throws IOException {
        try (TempFile tempFile = TempFile.of(content, TelegramFile.LARGEST)) {
            storage.settle(file, FileType.of(tempFile.path(), file.name()), tempFile);
        } catch (FileRefusedException refused) {
            boolean large = refused.reason() == FileRefusedException.Reason.TOO_LARGE;
            storage.settle(file, large ? FileState.TOO_LARGE : FileState.FAILED);
        }
    }
}
