package org.answerline.attachment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import org.answerline.attachment.storage.FolderFileStore;
import org.answerline.platform.config.Settings;
import org.answerline.platform.config.SiteSettings;

/** The contents of files for who works on the database without the application. */
public final class FileContents {

    private FileContents() {}

    /**
     * Deletes contents whose records are gone already; where no folder keeps them they are gone, too.
     *
     * @param settings say where the contents are
     */
    public static void forget(Settings settings, Collection<String> ids) throws IOException {
        Optional<Path> place = SiteSettings.folder(settings.get(SiteSettings.FILES));
        if (place.isPresent()) {
            var folder = new FolderFileStore(place.get());
            for (String id : ids) {
                folder.delete(id);
            }
        }
    }
}
