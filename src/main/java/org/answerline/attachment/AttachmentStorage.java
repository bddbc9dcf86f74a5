package org.answerline.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import org.answerline.attachment.storage.DatabaseFileStore;
import org.answerline.attachment.storage.FileStore;
import org.answerline.attachment.storage.FolderFileStore;

/** Stores the record and the content of a file in one transaction: both, or neither. */
@ApplicationScoped
@Transactional
class AttachmentStorage {

    private static final Duration UNSENT = Duration.ofDays(1);

    @Inject
    private AttachmentRepository records;

    @Inject
    private AttachmentRows rows;

    @Inject
    private FileSettings settings;

    @Inject
    private DatabaseFileStore database;

    @Inject
    private Event<FileReady> settlements;

    @Inject
    private Clock clock;

    Attachment add(long userId, String name, FileType type, TempFile tempFile) {
        Attachment file = Attachment.uploaded(userId, name, type, tempFile, clock.instant());
        records.add(file);
        put(file, tempFile);
        return file;
    }

    Attachment addToDraft(String draftId, String name, FileType type, TempFile tempFile) {
        Attachment file = Attachment.ofDraft(draftId, name, type, tempFile, clock.instant());
        records.add(file);
        put(file, tempFile);
        return file;
    }

    void discardOfDraft(String draftId, String id) {
        if (records.deleteOfDraft(draftId, id)) {
            delete(id);
        }
    }

    /** Stores the content of a file that was downloaded; a type that the site does not accept is only in the chats. */
    void settle(Attachment file, Optional<FileType> type, TempFile tempFile) {
        if (type.isEmpty()) {
            settle(file, FileState.FAILED);
            return;
        }
        waiting(file).ifPresent(known -> {
            known.storeContent(type.get(), tempFile);
            put(known, tempFile);
            tell(known);
        });
    }

    void settle(Attachment file, FileState state) {
        waiting(file).ifPresent(known -> {
            known.settle(state);
            tell(known);
        });
    }

    private Optional<Attachment> waiting(Attachment file) {
        return records.find(file.id()).filter(known -> known.state() == FileState.WAITING);
    }

    private void tell(Attachment file) {
        settlements.fire(new FileReady(file.supportMessageId(), file.id(), file.state()));
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
        return store().open(id);
    }

    @Transactional(Transactional.TxType.SUPPORTS)
    byte[] read(String id, long from, int most) throws IOException {
        return store().read(id, from, most);
    }

    void forgetUnsent() {
        rows.deleteUnsentBefore(clock.instant().minus(UNSENT), clock.instant()).forEach(this::delete);
    }

    /** Outside a transaction, because it takes long in a folder of very many files. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    void sweep() {
        try {
            store().sweep(records::known);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    void forgetContents(Collection<String> ids) {
        ids.forEach(this::delete);
    }

    /** The store that the owner has configured. */
    private FileStore store() {
        return settings.folder().<FileStore>map(FolderFileStore::new).orElse(database);
    }

    private void put(Attachment file, TempFile tempFile) {
        try {
            store().put(file.id(), tempFile.path());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void delete(String id) {
        try {
            store().delete(id);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
