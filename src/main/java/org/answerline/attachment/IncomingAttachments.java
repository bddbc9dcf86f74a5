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

/** Files that are sent in Telegram: stored with their message, and downloaded afterwards by the node that takes them first. */
@ApplicationScoped
@Transactional
public class IncomingAttachments {

    /** Files are to be downloaded from Telegram; fired inside the transaction that stores them. */
    public record Queued() {}

    /** After this other nodes take the files of a node that died; a second download beside a slow one does no harm. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    @Inject
    private AttachmentRepository records;

    @Inject
    private AttachmentStorage storage;

    @Inject
    private Event<Queued> arrivals;

    @Inject
    private Clock clock;

    /** Stores a file behind those that its message already has; it is downloaded when this has committed. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Attachment note(long userId, long messageId, TelegramFile arrived) {
        Attachment file = Attachment.arrived(userId, messageId, records.countOf(messageId), arrived, clock.instant());
        records.add(file);
        arrivals.fire(new Queued());
        return file;
    }

    /**
     * Whether a message has been stored without this file of Telegram.
     *
     * @param uniqueId its file_unique_id
     * @return false also if that cannot be told, because the message has files that came before the ids were stored
     */
    public boolean isOther(long messageId, String uniqueId) {
        return records.uniqueIds(messageId).stream().noneMatch(known -> known == null || known.equals(uniqueId));
    }

    /** At most so many files to download now, which no other node takes for a minute. */
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
     * Stores the content, if its type is accepted.
     *
     * @throws IOException if the download breaks off
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
