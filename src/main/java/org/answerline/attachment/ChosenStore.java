package org.answerline.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The store that the owner chose. */
@ApplicationScoped
class ChosenStore {

    @Inject
    private FileSettings settings;

    @Inject
    private PiecesInDatabase database;

    FileStore get() {
        return settings.folder().<FileStore>map(FilesInFolder::new).orElse(database);
    }
}
