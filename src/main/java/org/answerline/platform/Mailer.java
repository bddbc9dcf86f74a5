package org.answerline.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.Date;
import org.eclipse.microprofile.config.Config;

/** Hands plain letters to the mail server that SMTP_HOST names; it waits for the server, so no request may call it. */
@ApplicationScoped
public class Mailer {
    @Inject
    Config config;

    @Inject
    Clock clock;

    /** Whether the owner has named a mail server; without one no letter can be promised. */
    public boolean isSet() {
        return server().isSet();
    }

    /** Returns when the mail server has taken the letter; fails if it did not, and {@link MailFault} says why. */
    public void send(String to, String subject, String text) throws MessagingException {
        SmtpServer server = server();
        MimeMessage letter = new MimeMessage(server.session());
        letter.setFrom(new InternetAddress(server.value("SMTP_FROM").orElseThrow()));
        letter.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
        letter.setSubject(subject, "UTF-8");
        letter.setText(text, "UTF-8");
        letter.setSentDate(Date.from(clock.instant()));
        // https://www.rfc-editor.org/rfc/rfc3834#section-5: nobody's holiday notice shall answer.
        letter.setHeader("Auto-Submitted", "auto-generated");
        Transport.send(letter);
    }

    private SmtpServer server() {
        return new SmtpServer(
                name -> config.getOptionalValue(name, String.class).orElse(null));
    }
}
