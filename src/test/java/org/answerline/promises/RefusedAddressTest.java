package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.util.Map;
import org.answerline.platform.mail.MailFault;
import org.answerline.platform.mail.Mailer;
import org.answerline.platform.mail.OutgoingMail;
import org.answerline.sandbox.Beans;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which refusals of a mail server are about the recipient's address, so that it is not tried again. */
class RefusedAddressTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "550 5.1.1 no such user | true",
                "550 no such user | true",
                "551 user not local | true",
                "553 5.1.3 bad address | true",
                "554 5.1.1 no such user | true",
                "550 5.2.1 mailbox disabled | true",
                "450 4.2.0 greylisted, try later | false",
                "452 4.2.2 mailbox full | false",
                "421 4.3.2 shutting down | false",
                "530 5.7.0 authentication required | false",
                "554 5.7.1 relay access denied | false",
                "550 relaying denied | false",
                "550 5.7.26 unauthenticated sender | false"
            })
    void isToldFromTheReply(String reply, boolean isRefused) {
        try (var server = new ScriptedMailServer();
                var beans = new Beans()) {
            server.answerRecipients(reply);
            server.settings().forEach(beans::setting);
            var mailer = beans.with(Clock.class, Clock.systemUTC()).get(Mailer.class);
            var mail = new OutgoingMail("ann@example.org", "Subject", "Text\n", Map.of());
            var failure = assertThrows(MessagingException.class, () -> mailer.send(mail));
            assertEquals(isRefused, MailFault.isAddressRefused(failure), failure.toString());
        }
    }
}
