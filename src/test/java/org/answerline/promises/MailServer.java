package org.answerline.promises;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.answerline.sandbox.Await;
import org.answerline.sandbox.Ports;

/** A real SMTP server in the JVM of the tests, which demands TLS and a password and keeps every e-mail. */
final class MailServer implements AutoCloseable {
    static final String USER = "desk";
    static final String PASSWORD = "postal-secret";
    private static final Pattern LINK = Pattern.compile("https?://support\\.test(/\\S+)");

    private final GreenMail server;
    private final TlsProxy.Kind kind;
    private final TlsProxy door;

    /** As most are. */
    MailServer() {
        this(TlsProxy.Kind.STARTTLS);
    }

    MailServer(TlsProxy.Kind kind) {
        this.kind = kind;
        int port = Ports.free();
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        door = new TlsProxy(kind, port);
        start();
    }

    /** What a desk is told of it. */
    Map<String, String> settings() {
        return Map.of(
                "SMTP_HOST",
                "127.0.0.1",
                "SMTP_PORT",
                Integer.toString(door.port()),
                "SMTP_SECURITY",
                kind == TlsProxy.Kind.TLS ? "tls" : "starttls",
                "SMTP_CA_FILE",
                MailCertificate.trusted().file().toString(),
                "SMTP_USER",
                USER,
                "SMTP_PASSWORD",
                PASSWORD,
                "SMTP_FROM",
                "Support <support@example.org>");
    }

    /** What those see who come from now on. */
    void show(MailCertificate certificate) {
        door.show(certificate);
    }

    /** Every line that anybody on the way could read. */
    List<String> saidInTheClear() {
        return door.saidInTheClear();
    }

    /** Takes the e-mails of a desk. */
    DeskSetup serve(DeskSetup desk) {
        settings().forEach(desk::setting);
        return desk;
    }

    void start() {
        server.start();
        server.setUser("desk@example.org", USER, PASSWORD);
    }

    void stop() {
        server.stop();
    }

    /** All e-mails to this address, the oldest first. */
    List<MimeMessage> mailsTo(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mailMessage -> recipient(mailMessage).equals(address))
                .toList();
    }

    /** So many e-mails to this address, as soon as they are there; the last of them. */
    MimeMessage awaitLetter(String address, int count) {
        Await.until("e-mail " + count + " to " + address, () -> mailsTo(address).size() == count);
        return mailsTo(address).get(count - 1);
    }

    static String text(MimeMessage mailMessage) {
        try {
            return (String) mailMessage.getContent();
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The path of the link in an e-mail. */
    static String link(MimeMessage mailMessage) {
        var matcher = LINK.matcher(text(mailMessage));
        if (!matcher.find()) {
            throw new AssertionError("No link in: " + text(mailMessage));
        }
        return URI.create(matcher.group(1)).getPath();
    }

    @Override
    public void close() {
        door.close();
        stop();
    }

    private static String recipient(MimeMessage mailMessage) {
        try {
            return mailMessage.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
