package org.answerline.site.view;

import java.util.List;
import java.util.Locale;
import org.answerline.attachment.Attachment;
import org.answerline.attachment.FileState;
import org.answerline.platform.text.Texts;

/**
 * A file as it is shown to the user.
 *
 * @param kind picture, document, audio or video, as a style and a text's key name it
 * @param size as a text in the reader's language
 * @param state the key of the text that says why it cannot be opened; null when it can
 */
public record FileView(String id, String name, String address, String kind, String size, String state) {
    private static final long KILO = 1024;
    private static final double MEGA = KILO * KILO;

    public static List<FileView> all(List<Attachment> files, Texts texts) {
        return files.stream().map(file -> of(file, texts)).toList();
    }

    private static FileView of(Attachment file, Texts texts) {
        boolean ready = file.state() == FileState.READY;
        return new FileView(
                file.id(),
                file.name(),
                ready ? "/api/feedback/files/" + file.id() + "/" : null,
                lower(file.kind()),
                size(file.size(), texts),
                ready ? null : "page.file." + lower(file.state()));
    }

    /** HEIC is treated as a document, because few browsers can display it. */
    public boolean isPicture() {
        return address != null
                && kind.equals("picture")
                && !name.toLowerCase(Locale.ROOT).matches(".*\\.hei[cf]");
    }

    static String size(long bytes, Texts texts) {
        return bytes < MEGA
                ? texts.get("page.file.kilobytes", Math.max(1, Math.round((double) bytes / KILO)))
                : texts.get("page.file.megabytes", bytes / MEGA);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
