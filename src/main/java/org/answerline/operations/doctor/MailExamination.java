package org.answerline.operations.doctor;

import jakarta.mail.MessagingException;
import java.util.List;
import org.answerline.platform.MailFault;
import org.answerline.platform.SmtpServer;

/** Whether the mail server would take letters; it is greeted, and no letter is sent. */
final class MailExamination implements Examination {

    @Override
    public List<Finding> of(Installation installation) {
        SmtpServer server = new SmtpServer(installation.settings());
        return server.isSet() ? List.of(greeted(server)) : List.of();
    }

    private static Finding greeted(SmtpServer server) {
        try {
            server.greet();
            return server.isOverheard()
                    ? Finding.warning("mail.overheard", server.address())
                    : Finding.ok("mail.ready", server.address());
        } catch (MessagingException refused) {
            return Finding.failed("mail." + MailFault.of(refused).key(), server.address());
        }
    }
}
