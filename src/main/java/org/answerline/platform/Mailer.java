package org.answerline.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hands plain letters to the mail server that SMTP_HOST names; it waits for the server, so no request may call it. */
@ApplicationScoped
public class Mailer {
    private static final String CONNECT_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "20000";

    @Inject
    @ConfigProperty(name = "SMTP_HOST")
    Optional<String> host;

    @Inject
    @ConfigProperty(name = "SMTP_PORT")
    Optional<String> port;

    @Inject
    @ConfigProperty(name = "SMTP_SECURITY", defaultValue = "starttls")
    String security;

    @Inject
    @ConfigProperty(name = "SMTP_USER")
    Optional<String> user;

    @Inject
    @ConfigProperty(name = "SMTP_PASSWORD")
    Optional<String> password;

    @Inject
    @ConfigProperty(name = "SMTP_FROM")
    Optional<String> from;

    @Inject
    Clock clock;

    /** Whether the owner has named a mail server; without one no letter can be promised. */
    public boolean isSet() {
        return host.isPresent();
    }

    /** Returns when the mail server has taken the letter; fails if it did not. */
    public void send(String to, String subject, String text) throws MessagingException {
        MimeMessage letter = new MimeMessage(session());
        letter.setFrom(new InternetAddress(from.orElseThrow().strip()));
        letter.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
        letter.setSubject(subject, "UTF-8");
        letter.setText(text, "UTF-8");
        letter.setSentDate(Date.from(clock.instant()));
        // https://www.rfc-editor.org/rfc/rfc3834#section-5: nobody's holiday notice shall answer.
        letter.setHeader("Auto-Submitted", "auto-generated");
        Transport.send(letter);
    }

    private Session session() {
        return user.isEmpty()
                ? Session.getInstance(properties())
                : Session.getInstance(properties(), new Authenticator() {
                    @Override
                    protected PasswordAuthentication getPasswordAuthentication() {
                        return new PasswordAuthentication(
                                user.orElseThrow().strip(), password.orElse("").strip());
                    }
                });
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", host.orElseThrow().strip());
        properties.setProperty("mail.smtp.port", port.map(String::strip).orElse(usualPort()));
        properties.setProperty("mail.smtp.auth", Boolean.toString(user.isPresent()));
        properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        properties.setProperty("mail.smtp.timeout", ANSWER_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", ANSWER_MILLIS);
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty(
                "mail.smtp.ssl.enable", Boolean.toString(security.strip().equals("tls")));
        // Required, not only tried: somebody in between could take the offer of encryption away.
        String starttls = Boolean.toString(security.strip().equals("starttls"));
        properties.setProperty("mail.smtp.starttls.enable", starttls);
        properties.setProperty("mail.smtp.starttls.required", starttls);
        return properties;
    }

    private String usualPort() {
        return switch (security.strip()) {
            case "tls" -> "465";
            case "none" -> "25";
            default -> "587";
        };
    }
}
