package org.answerline.operations.doctor;

import jakarta.mail.MessagingException;
import java.util.List;
import org.answerline.platform.config.GuestSettings;
import org.answerline.platform.mail.MailFault;
import org.answerline.platform.mail.SmtpServer;

/** Whether the mail server accepts a connection and the password; no e-mail is sent. */
final class MailCheck implements Check {

    @Override
    public List<Finding> of(Installation installation) {
        SmtpServer server = new SmtpServer(installation.settings());
        if (server.isSet()) {
            return List.of(connect(server));
        }
        return GuestSettings.areOn(installation.settings()) ? List.of(Finding.warning("mail.guests")) : List.of();
    }

    private static Finding connect(SmtpServer server) {
        try {
            server.greet();
            return server.isOverheard()
                    ? Finding.warning("mail.overheard", server.address())
                    : Finding.ok("mail.ready", server.address());
        } catch (MessagingException refused) {
            return fault(MailFault.of(refused), server.address());
        }
    }

    private static Finding fault(MailFault fault, String address) {
        return switch (fault) {
            case UNTRUSTED -> Finding.failed("mail.untrusted", address);
            case NO_TLS -> Finding.failed("mail.no_tls", address);
            case PASSWORD -> Finding.failed("mail.password", address);
            case REFUSED -> Finding.failed("mail.refused", address);
            case UNAVAILABLE -> Finding.failed("mail.away", address);
        };
    }
}
