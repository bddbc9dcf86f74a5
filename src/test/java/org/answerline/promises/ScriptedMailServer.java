package org.answerline.promises;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.answerline.sandbox.Await;

/**
 * An SMTP server that does with the end of the data what a test wants: replies late, hangs up, or refuses for now.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5321#section-4.1.1.4">DATA</a>
 */
final class ScriptedMailServer implements AutoCloseable {
    private static final Pattern LINK = Pattern.compile("http://support\\.test(/\\S+)");

    private enum End {
        ACCEPT,
        HANG_UP,
        REFUSE
    }

    private record Mail(String recipient, String text) {}

    private final ServerSocket door;
    private final List<Mail> mails = new CopyOnWriteArrayList<>();
    private final List<String> envelopes = new CopyOnWriteArrayList<>();
    private volatile End end = End.ACCEPT;
    private volatile int seconds;
    private volatile String recipientReply = "250 yes";

    ScriptedMailServer() {
        try {
            door = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        inBackground(this::open);
    }

    Map<String, String> settings() {
        return Map.of(
                "SMTP_HOST",
                "127.0.0.1",
                "SMTP_PORT",
                Integer.toString(door.getLocalPort()),
                "SMTP_SECURITY",
                "none",
                "SMTP_FROM",
                "support@example.org");
    }

    /** The next e-mail is taken after so long. */
    void answerDataAfterSeconds(int delay) {
        seconds = delay;
    }

    /** Recipients get this reply from now on. */
    void answerRecipients(String reply) {
        recipientReply = reply;
    }

    /** The next e-mail is not replied to. */
    void hangUpAfterData() {
        end = End.HANG_UP;
    }

    /** The next e-mail is refused for now. */
    void refuseOnceAfterData() {
        end = End.REFUSE;
    }

    /** The paths of the links in all e-mails to this address that came whole, the oldest first. */
    List<String> linksTo(String recipient) {
        return mails.stream()
                .filter(mail -> mail.recipient().equals(recipient))
                .map(mail -> LINK.matcher(mail.text()))
                .filter(link -> link.find())
                .map(link -> link.group(1))
                .toList();
    }

    /** Sender and recipient of each e-mail as they were sent, {@code MAIL FROM} and {@code RCPT TO}, the oldest first. */
    List<String> envelopes() {
        return List.copyOf(envelopes);
    }

    /** The texts of all e-mails with their headers, the oldest first. */
    List<String> texts() {
        return mails.stream().map(Mail::text).toList();
    }

    @Override
    public void close() {
        quietly(door::close);
    }

    private void open() throws IOException {
        while (!door.isClosed()) {
            var client = door.accept();
            inBackground(() -> {
                try (client) {
                    serve(client);
                }
            });
        }
    }

    private void serve(Socket client) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        var recipient = "";
        say(client, "220 here");
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("MAIL FROM:") || line.startsWith("RCPT TO:")) {
                envelopes.add(line.replaceAll("(?<=>).*", ""));
            }
            if (line.startsWith("RCPT TO:")) {
                recipient = line.replaceAll(".*<(.*)>.*", "$1");
            }
            if (line.startsWith("RCPT TO:")) {
                say(client, recipientReply);
            } else if (!line.equals("DATA")) {
                say(client, line.equals("QUIT") ? "221 bye" : "250 yes");
            } else if (!take(client, lines, recipient)) {
                return;
            }
        }
    }

    private boolean take(Socket client, BufferedReader lines, String recipient) throws IOException {
        say(client, "354 go on");
        var text = new StringBuilder();
        for (var line = lines.readLine(); !line.equals("."); line = lines.readLine()) {
            text.append(line).append('\n');
        }
        mails.add(new Mail(recipient, text.toString()));
        var how = end;
        var delay = seconds;
        end = End.ACCEPT;
        seconds = 0;
        delay(Duration.ofSeconds(delay));
        if (how == End.HANG_UP) {
            return false;
        }
        say(client, how == End.REFUSE ? "451 not now" : "250 taken");
        return true;
    }

    private static void delay(Duration time) throws IOException {
        try {
            Await.pass(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void inBackground(Work work) {
        var thread = new Thread(() -> quietly(work), "scripted-mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    private static void quietly(Work work) {
        try {
            work.run();
        } catch (IOException over) {
            // The desk or the test has ended the connection.
        }
    }
}
