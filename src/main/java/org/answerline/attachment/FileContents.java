package org.answerline.attachment;

import java.io.IOException;
import java.util.Collection;
import java.util.Optional;

/** The contents of files for who works on the database without the application. */
public final class FileContents {

    private FileContents() {}

    /**
     * Deletes contents whose records are gone already; where no folder keeps them they are gone, too.
     *
     * @param place the value of SUPPORT_FILES, or null
     */
    public static void forget(String place, Collection<String> ids) throws IOException {
        var settings = new FileSettings(Optional.ofNullable(place).orElse(""), 0, 0);
        if (settings.folder().isPresent()) {
            var folder = new FolderFileStore(settings.folder().get());
            for (String id : ids) {
                folder.delete(id);
            }
        }
    }
}
