package org.answerline.telegram;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Parameters with files among them; contents are read while they are sent, never held in memory.
 *
 * @see <a href="https://core.telegram.org/bots/api#sending-files">Sending files</a>
 */
final class MultipartForm {

    private static final String LINE = "\r\n";

    private record Content(String head, Path file) {}

    private final String boundary = "answerline-" + UUID.randomUUID();
    private final StringBuilder fields = new StringBuilder();
    private final List<Content> contents = new ArrayList<>();

    void field(String name, JsonValue value) {
        String text = value instanceof JsonString string ? string.getString() : value.toString();
        fields.append(head("name=\"" + name + "\"")).append(text).append(LINE);
    }

    void file(String field, String name, Path content) {
        String safe = name.replaceAll("[\"\\r\\n\\\\]", "_");
        contents.add(new Content(head("name=\"" + field + "\"; filename=\"" + safe + "\""), content));
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    BodyPublisher publisher() throws FileNotFoundException {
        List<BodyPublisher> all = new ArrayList<>();
        all.add(BodyPublishers.ofString(fields.toString()));
        for (Content content : contents) {
            all.add(BodyPublishers.ofString(content.head()));
            all.add(BodyPublishers.ofFile(content.file()));
            all.add(BodyPublishers.ofString(LINE));
        }
        all.add(BodyPublishers.ofString("--" + boundary + "--" + LINE));
        return BodyPublishers.concat(all.toArray(BodyPublisher[]::new));
    }

    private String head(String disposition) {
        return "--" + boundary + LINE + "Content-Disposition: form-data; " + disposition + LINE + LINE;
    }
}
