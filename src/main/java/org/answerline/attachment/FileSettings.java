package org.answerline.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;
import org.answerline.platform.config.Settings;
import org.answerline.platform.config.SiteSettings;

/** How many files, how large, and where they are kept. */
@ApplicationScoped
class FileSettings {

    private final String place;
    private final int largestMegabytes;
    private final int count;

    /** For the CDI proxy. */
    protected FileSettings() {
        this("", 0, 0);
    }

    @Inject
    FileSettings(Settings settings) {
        this(
                settings.get(SiteSettings.FILES),
                settings.get(SiteSettings.FILE_SIZE),
                settings.get(SiteSettings.FILE_COUNT));
    }

    private FileSettings(String place, int largestMegabytes, int count) {
        this.place = place;
        this.largestMegabytes = largestMegabytes;
        this.count = count;
    }

    boolean isOff() {
        return place.equals("off");
    }

    /** The folder that keeps the contents, if not the database. */
    Optional<Path> folder() {
        return SiteSettings.folder(place);
    }

    int largestMegabytes() {
        return largestMegabytes;
    }

    /** At most so many files in one message. */
    int count() {
        return count;
    }
}
