package org.answerline.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;

/** Keeps record and content of a file together: both are there, or neither. */
@ApplicationScoped
@Transactional
class Archive {

    private static final Duration UNSENT = Duration.ofDays(1);

    @Inject
    private AttachmentRecords records;

    @Inject
    private ChosenStore store;

    @Inject
    private Clock clock;

    Attachment add(long userId, String name, FileType type, Spool spool) {
        Attachment file = Attachment.uploaded(userId, name, type, spool, clock.instant());
        records.add(file);
        put(file, spool);
        return file;
    }

    boolean discard(long userId, String id) {
        boolean deleted = records.deleteUnsent(userId, id);
        if (deleted) {
            delete(id);
        }
        return deleted;
    }

    @Transactional(Transactional.TxType.SUPPORTS)
    InputStream open(String id) throws IOException {
        return store.get().open(id);
    }

    void forgetUnsent() {
        records.deleteUnsentBefore(clock.instant().minus(UNSENT)).forEach(this::delete);
    }

    /** Outside a transaction: a folder of very many files takes its time. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    void sweep() {
        try {
            store.get().sweep(records::known);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void put(Attachment file, Spool spool) {
        try {
            store.get().put(file.id(), spool.path());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void delete(String id) {
        try {
            store.get().delete(id);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
