package org.answerline.promises;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A client that sends any bytes, also those that no library lets pass. */
final class RawHttp {
    private static final int PATIENCE_MILLIS = 60_000;
    private static final Pattern LENGTH =
            Pattern.compile("(?i)\\A[^\\r]*\\r\\n(?:[^\\r]+\\r\\n)*?Content-Length: (\\d{1,9})\\r\\n");

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

    /** Whether the whole answer is here: after a CONNECT the server leaves the connection open, and Payara 7 announces no length. */
    private static boolean isWhole(byte[] answer) {
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        var length = LENGTH.matcher(text);
        if (!length.find()) {
            return text.strip().endsWith("</html>");
        }
        return text.contains("\r\n\r\n")
                && answer.length >= text.indexOf("\r\n\r\n") + 4 + Integer.parseInt(length.group(1));
    }

    /** Sends these bytes and reads until the answer is whole or the server closes. */
    static Answer send(URI site, byte[] bytes) {
        var read = new ByteArrayOutputStream();
        try (var socket = new Socket(site.getHost(), site.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            try {
                socket.getOutputStream().write(bytes);
                byte[] buffer = new byte[8192];
                for (int n = 0;
                        n >= 0 && !isWhole(read.toByteArray());
                        n = socket.getInputStream().read(buffer)) {
                    read.write(buffer, 0, n);
                }
            } catch (SocketException | SocketTimeoutException closedEarly) {
                // It may have answered before it had read everything.
                return Answer.of(read.toByteArray());
            }
            return Answer.of(read.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
