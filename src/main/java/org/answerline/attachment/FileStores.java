package org.answerline.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The store that the owner chose. */
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
