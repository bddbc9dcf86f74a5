package org.answerline.site.api;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Locale;
import org.answerline.attachment.Attachment;
import org.answerline.attachment.FileState;
import org.answerline.platform.text.JsonReaders;

/** How the API writes files; a file that cannot be opened has no address. */
final class FileJson {

    private FileJson() {}

    /** A file just received. */
    static String received(Attachment file) {
        return file(file).build().toString();
    }

    /** The files of a message. */
    static JsonArrayBuilder all(List<Attachment> files) {
        JsonArrayBuilder json = JsonReaders.createArrayBuilder();
        files.forEach(file -> json.add(file(file).add("state", lower(file.state()))));
        return json;
    }

    private static JsonObjectBuilder file(Attachment file) {
        JsonObjectBuilder json = JsonReaders.createObjectBuilder()
                .add("id", file.id())
                .add("name", file.name())
                .add("type", file.type())
                .add("size", file.size())
                .add("kind", lower(file.kind()));
        JsonFields.addOrNull(json, "url", file.state() == FileState.READY ? FilesResource.address(file) : null);
        return json;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
