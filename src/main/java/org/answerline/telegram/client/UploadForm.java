package org.answerline.telegram.client;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.answerline.telegram.BotApiJson;

/**
 * A request with files; their contents are read while they are sent, never held in memory.
 *
 * @see <a href="https://core.telegram.org/bots/api#sending-files">Sending files</a>
 */
public final class UploadForm {

    private static final String LINE = "\r\n";

    private record FilePart(String head, Path content) {}

    private final String boundary = "answerline-" + UUID.randomUUID();
    private final StringBuilder fields = new StringBuilder();
    private final List<FilePart> files = new ArrayList<>();

    /** A form with the members of a request as fields. */
    UploadForm(Record request) {
        JsonObject parameters = BotApiJson.read(BotApiJson.write(request), JsonObject.class);
        parameters.forEach(this::field);
    }

    private void field(String name, JsonValue value) {
        String text = value instanceof JsonString string ? string.getString() : value.toString();
        fields.append(head("name=\"" + name + "\"")).append(text).append(LINE);
    }

    void file(String field, String name, Path content) {
        String safe = name.replaceAll("[\"\\r\\n\\\\]", "_");
        files.add(new FilePart(head("name=\"" + field + "\"; filename=\"" + safe + "\""), content));
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    void writeTo(OutputStream body) throws IOException {
        write(fields.toString(), body);
        for (FilePart file : files) {
            write(file.head(), body);
            Files.copy(file.content(), body);
            write(LINE, body);
        }
        write("--" + boundary + "--" + LINE, body);
    }

    private static void write(String text, OutputStream body) throws IOException {
        body.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private String head(String disposition) {
        return "--" + boundary + LINE + "Content-Disposition: form-data; " + disposition + LINE + LINE;
    }
}
