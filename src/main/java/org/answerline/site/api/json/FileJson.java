package org.answerline.site.api.json;

import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import java.util.Locale;
import org.answerline.attachment.Attachment;
import org.answerline.attachment.FileState;

/**
 * A file.
 *
 * @param size in bytes
 * @param url null for a file that cannot be opened
 * @param state left out for a file that was just received
 */
public record FileJson(
        String id,
        String name,
        String type,
        long size,
        String kind,
        String url,
        @JsonbProperty(nillable = false) String state) {

    private static final String ADDRESS = "/api/feedback/files/";

    /** A file just received. */
    public static FileJson received(Attachment file) {
        return of(file, null);
    }

    /** The files of a message. */
    static List<FileJson> all(List<Attachment> files) {
        return files.stream().map(file -> of(file, lower(file.state()))).toList();
    }

    /** The path of a file's content. */
    public static String address(Attachment file) {
        return ADDRESS + file.id() + "/";
    }

    private static FileJson of(Attachment file, String state) {
        String url = file.state() == FileState.READY ? address(file) : null;
        return new FileJson(file.id(), file.name(), file.type(), file.size(), lower(file.kind()), url, state);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
