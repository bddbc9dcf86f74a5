package org.answerline.platform.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import org.answerline.platform.config.MailSettings;
import org.answerline.platform.config.Settings;
import org.answerline.platform.text.EmailSyntax;

/** Sends plain-text e-mails by the server in SMTP_HOST. It waits for the server, so it must not be called in a request. */
@ApplicationScoped
public class Mailer {
    /**
     * How long each reply of the mail server may take. Some servers check for spam and viruses before they confirm an e-mail.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.2">the time-outs that SMTP asks for</a>
     */
    private static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(5);

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    /** Whether a mail server is configured. */
    public boolean isSet() {
        return server().isSet();
    }

    /**
     * Returns when the mail server has accepted the e-mail; throws an exception otherwise, which {@link MailFault} classifies.
     *
     * @throws MailOutcomeUnknownException if the server may have accepted it: sending it again may duplicate it
     */
    public void send(String to, String subject, String text) throws MessagingException {
        send(new OutgoingMail(to, subject, text, Map.of()));
    }

    /** Does the same with further headers. */
    public void send(OutgoingMail mail) throws MessagingException {
        SmtpServer server = server();
        HandedOverMessage mailMessage = new HandedOverMessage(server.session(ANSWER_TIMEOUT));
        mailMessage.setFrom(mailbox(settings.get(MailSettings.FROM)));
        mailMessage.setRecipient(Message.RecipientType.TO, mailbox(mail.to()));
        mailMessage.setSubject(mail.subject(), "UTF-8");
        mailMessage.setText(mail.text().replace("\n", "\r\n"), "UTF-8");
        mailMessage.setSentDate(Date.from(clock.instant()));
        for (Map.Entry<String, String> header : mail.headers().entrySet()) {
            mailMessage.setHeader(header.getKey(), header.getValue());
        }
        // https://www.rfc-editor.org/rfc/rfc3834#section-5: prevents automatic replies.
        mailMessage.setHeader("Auto-Submitted", "auto-generated");
        try {
            Transport.send(mailMessage);
        } catch (MessagingException failure) {
            if (mailMessage.isHandedOver() && !isRefusal(failure)) {
                throw new MailOutcomeUnknownException(failure);
            }
            throw failure;
        }
    }

    /** A mail server without SMTPUTF8 gets ASCII; Jakarta Mail would send one byte of each other character, and so write to another mailbox. */
    private static InternetAddress mailbox(String text) throws AddressException {
        InternetAddress mailbox = new InternetAddress(text);
        mailbox.setAddress(EmailSyntax.asciiForm(mailbox.getAddress())
                .orElseThrow(() -> new AddressException("the address cannot be written in ASCII, or is none")));
        try {
            mailbox.setPersonal(mailbox.getPersonal(), "UTF-8");
        } catch (UnsupportedEncodingException missing) {
            throw new IllegalStateException("Every Java platform has UTF-8", missing);
        }
        return mailbox;
    }

    // Angus Mail reports a connection that was closed instead of a reply as a refusal with this text.
    private static boolean isRefusal(MessagingException failure) {
        return failure instanceof SendFailedException
                && !String.valueOf(failure.getMessage()).startsWith("[EOF]");
    }

    /** Records whether it was written completely to the mail server. */
    private static final class HandedOverMessage extends MimeMessage {
        private boolean handedOver;

        HandedOverMessage(Session session) {
            super(session);
        }

        boolean isHandedOver() {
            return handedOver;
        }

        /** Keeps an id that was given: a second copy of an e-mail has the same one, so that mail servers can leave it out. */
        @Override
        protected void updateMessageID() throws MessagingException {
            if (getMessageID() == null) {
                super.updateMessageID();
            }
        }

        @Override
        public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
            super.writeTo(out, ignored);
            handedOver = true;
        }
    }

    private SmtpServer server() {
        return new SmtpServer(settings);
    }
}
