package org.answerline.promises;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import org.answerline.sandbox.Await;

/** A request byte by byte over a connection of its own, for senders and readers that no client library would be. */
final class RawRequest implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket;

    private RawRequest(Socket socket) {
        this.socket = socket;
    }

    /** Connects and sends the head: the request line, then further headers, each a line. */
    static RawRequest begin(Desk desk, Browser person, String requestLine, String... headers) {
        URI site = desk.url();
        try {
            var socket = new Socket();
            socket.setReceiveBufferSize(16 * 1024);
            socket.connect(new java.net.InetSocketAddress(site.getHost(), site.getPort()));
            socket.setSoTimeout(PATIENCE_MILLIS);
            var head =
                    new StringBuilder(requestLine).append(" HTTP/1.1\r\nHost: ").append(site.getAuthority());
            String cookies = cookies(desk, person);
            if (!cookies.isEmpty()) {
                head.append("\r\nCookie: ").append(cookies);
            }
            for (var header : headers) {
                head.append("\r\n").append(header);
            }
            return new RawRequest(socket).send(head.append("\r\n\r\n").toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String cookies(Desk desk, Browser person) {
        return person.cookies().getCookieStore().get(desk.url()).stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Sends some of the body. */
    RawRequest send(String text) {
        return send(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends some of the body. */
    RawRequest send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends nothing for this long, as a slow client does. */
    RawRequest pause(Duration time) {
        try {
            Await.pass(time);
            return this;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while sending slowly", e);
        }
    }

    /** The status of the answer, as soon as it comes. */
    int status() {
        try {
            var start = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            return start.matches("HTTP/1\\.1 [0-9]{3}") ? Integer.parseInt(start.substring(9)) : -1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that comes until the server ends the connection. */
    String rest() {
        var all = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(all);
        } catch (IOException reset) {
            // What came is what there is.
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    /** Whether the text comes before the server ends the connection. */
    boolean hasAnswered(String text) {
        var read = new StringBuilder();
        try {
            for (int next = socket.getInputStream().read();
                    next >= 0 && read.indexOf(text) < 0;
                    next = socket.getInputStream().read()) {
                read.append((char) next);
            }
        } catch (IOException reset) {
            // What came is what there is.
        }
        return read.indexOf(text) >= 0;
    }

    /** Whether the server ends the connection, whatever comes before. */
    boolean isEnded() {
        try {
            socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
            return true;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
