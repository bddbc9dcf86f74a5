package org.answerline.platform.mail;

import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.answerline.platform.config.MailSettings;
import org.answerline.platform.config.Settings;
import org.answerline.platform.network.TrustedCertificates;

/**
 * The mail server that SMTP_HOST and its companions name, and how it is spoken to.
 *
 * @param settings say where it is and how to sign in there
 * @see <a href="https://eclipse-ee4j.github.io/angus-mail/docs/api/org.eclipse.angus.mail/org/eclipse/angus/mail/smtp/package-summary.html">the
 *     properties</a>
 */
public record SmtpServer(Settings settings) {
    private static final String CONNECT_MILLIS = "10000";
    private static final Duration GREETING_TIMEOUT = Duration.ofSeconds(20);
    private static final String WRITE_MILLIS = "60000";

    /** Whether the owner has named a mail server. */
    public boolean isSet() {
        return settings.isSet(MailSettings.HOST);
    }

    /** Its name and port, to show. */
    public String address() {
        return settings.get(MailSettings.HOST) + ":" + port();
    }

    /** Whether the connection, with its password, could be read on the network; a server on this machine is not affected. */
    public boolean isOverheard() {
        return security().equals("none") && !settings.get(MailSettings.HOST).matches("localhost|127\\..*|::1");
    }

    /** Connects, signs in where the server wants it, and says goodbye. */
    public void greet() throws MessagingException {
        try (Transport transport = session(GREETING_TIMEOUT).getTransport()) {
            transport.connect();
        }
    }

    Session session(Duration answerTimeout) throws MessagingException {
        if (!settings.isSet(MailSettings.USER)) {
            return Session.getInstance(properties(answerTimeout));
        }
        var password = new PasswordAuthentication(settings.get(MailSettings.USER), settings.get(MailSettings.PASSWORD));
        return Session.getInstance(properties(answerTimeout), new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return password;
            }
        });
    }

    private Properties properties(Duration answerTimeout) throws MessagingException {
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", settings.get(MailSettings.HOST));
        properties.setProperty("mail.smtp.port", port());
        properties.setProperty("mail.smtp.auth", Boolean.toString(settings.isSet(MailSettings.USER)));
        properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        properties.setProperty("mail.smtp.timeout", Long.toString(answerTimeout.toMillis()));
        properties.setProperty("mail.smtp.writetimeout", WRITE_MILLIS);
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty(
                "mail.smtp.ssl.enable", Boolean.toString(security().equals("tls")));
        // Required, not only tried: an attacker in the network could remove the offer of encryption.
        String starttls = Boolean.toString(security().equals("starttls"));
        properties.setProperty("mail.smtp.starttls.enable", starttls);
        properties.setProperty("mail.smtp.starttls.required", starttls);
        trust(properties);
        return properties;
    }

    private void trust(Properties properties) throws MessagingException {
        Optional<Path> file = settings.configured(MailSettings.CA_FILE);
        if (file.isPresent()) {
            try {
                properties.put("mail.smtp.ssl.socketFactory", TrustedCertificates.of(file.get()));
                // Else whom this file does not know would be tried again with the certificates that Java brings.
                properties.setProperty("mail.smtp.socketFactory.fallback", "false");
            } catch (IOException | GeneralSecurityException unreadable) {
                throw new MessagingException(MailSettings.CA_FILE + " cannot be read", unreadable);
            }
        }
    }

    private String security() {
        return settings.get(MailSettings.SECURITY);
    }

    private String port() {
        return settings.configured(MailSettings.PORT).map(String::valueOf).orElseGet(() -> switch (security()) {
            case "tls" -> "465";
            case "none" -> "25";
            default -> "587";
        });
    }
}
