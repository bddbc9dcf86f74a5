package org.answerline.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.answerline.attachment.storage.DatabaseFileStore;
import org.answerline.attachment.storage.FileStore;
import org.answerline.attachment.storage.FolderFileStore;

/** Chooses the store that the owner has configured. */
@ApplicationScoped
class FileStores {

    @Inject
    private FileSettings settings;

    @Inject
    private DatabaseFileStore database;

    FileStore get() {
        return settings.folder().<FileStore>map(FolderFileStore::new).orElse(database);
    }
}
