package org.answerline.promises;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The wire format of an HTML form with files, as browsers write it. */
final class Multipart {

    private final String boundary = "----form" + UUID.randomUUID();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    void field(String name, String value) {
        part("name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8));
    }

    void file(String field, String name, byte[] content) {
        part(
                "name=\"" + field + "\"; filename=\"" + name.replace("\"", "%22")
                        + "\"\r\nContent-Type: application/octet-stream",
                content);
    }

    String type() {
        return "multipart/form-data; boundary=" + boundary;
    }

    byte[] body() {
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(body.toByteArray());
        whole.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return whole.toByteArray();
    }

    private void part(String disposition, byte[] content) {
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n";
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }
}
