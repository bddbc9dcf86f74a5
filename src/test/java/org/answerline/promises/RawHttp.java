package org.answerline.promises;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A client that sends any bytes, also those that no library lets pass. */
final class RawHttp {
    private static final int PATIENCE_MILLIS = 60_000;

    /**
     * What came back.
     *
     * @param status the status, 0 when the server closed the connection without a word
     * @param text everything, head and body
     */
    record Answer(int status, String text) {

        static Answer of(byte[] bytes) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            boolean http = text.matches("(?s)HTTP/1\\.[01] \\d{3}.*");
            return new Answer(http ? Integer.parseInt(text.substring(9, 12)) : 0, text);
        }
    }

    private final String target;
    private final List<String> head = new ArrayList<>();
    private Charset charset = StandardCharsets.UTF_8;
    private String host;
    private byte[] body = {};

    private RawHttp(String target) {
        this.target = target;
    }

    static RawHttp get(String path) {
        return new RawHttp("GET " + path);
    }

    static RawHttp request(String method, String path) {
        return new RawHttp(method + " " + path);
    }

    /** A line of the head as it is. */
    RawHttp line(String line) {
        head.add(line);
        return this;
    }

    /** Another Host than the server's; empty sends none. */
    RawHttp host(String value) {
        host = value;
        return this;
    }

    /** How the head becomes bytes. */
    RawHttp in(Charset other) {
        charset = other;
        return this;
    }

    RawHttp body(byte[] bytes) {
        body = bytes;
        return line("Content-Length: " + bytes.length);
    }

    Answer send(URI site) {
        var bytes = new ByteArrayOutputStream();
        var own =
                host == null ? "Host: " + site.getAuthority() + "\r\n" : host.isEmpty() ? "" : "Host: " + host + "\r\n";
        var lines = String.join("", head.stream().map(line -> line + "\r\n").toList());
        bytes.writeBytes((target + " HTTP/1.1\r\n" + own + lines + "Connection: close\r\n\r\n").getBytes(charset));
        bytes.writeBytes(body);
        return send(site, bytes.toByteArray());
    }

    /** Sends these bytes and reads until the server closes. */
    static Answer send(URI site, byte[] bytes) {
        var read = new ByteArrayOutputStream();
        try (var socket = new Socket(site.getHost(), site.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            try {
                socket.getOutputStream().write(bytes);
                socket.getInputStream().transferTo(read);
            } catch (SocketException closedEarly) {
                // It may have answered before it had read everything.
                return Answer.of(read.toByteArray());
            }
            return Answer.of(read.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
