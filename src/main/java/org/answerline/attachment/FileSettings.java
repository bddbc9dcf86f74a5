package org.answerline.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How many files, how large, and where they are kept. */
@ApplicationScoped
class FileSettings {

    private static final String FOLDER = "folder:";

    private final String place;
    private final int largestMegabytes;
    private final int count;

    /** For the CDI proxy. */
    protected FileSettings() {
        this("", 0, 0);
    }

    @Inject
    FileSettings(
            @ConfigProperty(name = "SUPPORT_FILES", defaultValue = "database") String place,
            @ConfigProperty(name = "SUPPORT_FILE_MAX_MB", defaultValue = "10") int largestMegabytes,
            @ConfigProperty(name = "SUPPORT_FILES_COUNT", defaultValue = "10") int count) {
        this.place = place.strip();
        this.largestMegabytes = largestMegabytes;
        this.count = count;
    }

    boolean isOff() {
        return place.equals("off");
    }

    /** The folder that keeps the contents, if not the database. */
    Optional<Path> folder() {
        return place.startsWith(FOLDER)
                ? Optional.of(Path.of(place.substring(FOLDER.length()).strip()))
                : Optional.empty();
    }

    int largestMegabytes() {
        return largestMegabytes;
    }

    /** At most so many files in one message. */
    int count() {
        return count;
    }
}
