package org.answerline.promises;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocket;

/**
 * Stands before a mail server that speaks no TLS, as stunnel would, and keeps what is said to it in the clear.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3207">STARTTLS</a>
 */
final class TlsProxy implements AutoCloseable {

    /** What it does with those who come. */
    enum Kind {
        /** Offers encryption. */
        STARTTLS,
        /** Speaks nothing but TLS. */
        TLS,
        /** Somebody in between has taken the offer away. */
        STRIPPED
    }

    private final Kind kind;
    private final int server;
    private final ServerSocket door;
    private volatile MailCertificate certificate = MailCertificate.trusted();
    private final List<String> inTheClear = new CopyOnWriteArrayList<>();

    TlsProxy(Kind kind, int server) {
        this.kind = kind;
        this.server = server;
        try {
            door = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        inBackground(this::open);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Every line that anybody on the way could read. */
    List<String> saidInTheClear() {
        return List.copyOf(inTheClear);
    }

    /** What those see who come from now on. */
    void show(MailCertificate another) {
        certificate = another;
    }

    @Override
    public void close() {
        quietly(door::close);
    }

    private void open() throws IOException {
        while (!door.isClosed()) {
            var visitor = door.accept();
            inBackground(() -> {
                try (visitor;
                        var behind = new Socket("127.0.0.1", server)) {
                    serve(visitor, behind);
                }
            });
        }
    }

    private void serve(Socket visitor, Socket behind) throws IOException {
        if (kind == Kind.TLS || isAgreed(visitor, behind)) {
            try (var encrypted =
                    (SSLSocket) certificate.context().getSocketFactory().createSocket(visitor, null, true)) {
                encrypted.startHandshake();
                inBackground(() -> behind.getInputStream().transferTo(encrypted.getOutputStream()));
                encrypted.getInputStream().transferTo(behind.getOutputStream());
            }
        }
    }

    /** Passes on what is said until the visitor wants encryption. */
    private boolean isAgreed(Socket visitor, Socket behind) throws IOException {
        var asked = lines(visitor);
        var answers = lines(behind);
        say(visitor, answers.readLine());
        for (var line = asked.readLine(); line != null; line = asked.readLine()) {
            inTheClear.add(line);
            if (line.equals("STARTTLS") && kind == Kind.STARTTLS) {
                say(visitor, "220 go ahead");
                return true;
            }
            if (line.startsWith("EHLO") && kind == Kind.STARTTLS) {
                // The first line is a greeting and offers nothing.
                say(visitor, "250-welcome");
                say(visitor, "250-STARTTLS");
            }
            say(behind, line);
            passOn(answers, visitor);
        }
        return false;
    }

    private static void passOn(BufferedReader answers, Socket visitor) throws IOException {
        var answer = answers.readLine();
        while (answer != null && answer.matches("\\d{3}-.*")) {
            say(visitor, answer);
            answer = answers.readLine();
        }
        if (answer != null) {
            say(visitor, answer);
        }
    }

    private static BufferedReader lines(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void inBackground(Work work) {
        var thread = new Thread(() -> quietly(work), "tls-door");
        thread.setDaemon(true);
        thread.start();
    }

    private static void quietly(Work work) {
        try {
            work.run();
        } catch (IOException brokenOff) {
            // What a visitor who does not trust the door does; the test looks at the visitor.
        }
    }
}
