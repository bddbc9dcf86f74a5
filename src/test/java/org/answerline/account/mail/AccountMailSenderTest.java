package org.answerline.account.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.answerline.account.user.User;
import org.answerline.platform.config.Settings;
import org.answerline.platform.mail.Mailer;
import org.junit.jupiter.api.Test;

/** Which refused e-mails are tried again. */
class AccountMailSenderTest {
    private static final String ADDRESS = "ann@example.org";

    private final OneMail mails = new OneMail();

    @Test
    void anAddressThatTheMailServerRefusesForGoodIsTriedOnce() throws AddressException {
        send(refused("550 5.1.1 no such user"));
        assertEquals("done", mails.end);
    }

    @Test
    void anAddressThatIsNoneIsTriedOnce() {
        send(new AddressException("no address"));
        assertEquals("done", mails.end);
    }

    @Test
    void aRefusalByPolicyIsTriedAgain() throws AddressException {
        send(refused("554 5.7.1 relay access denied"));
        assertEquals("put off", mails.end);
    }

    @Test
    void anUnavailableServerIsTriedAgain() {
        send(new MessagingException("no connection"));
        assertEquals("put off", mails.end);
    }

    private void send(MessagingException failure) {
        var sender = new AccountMailSender();
        sender.mails = mails;
        sender.settings = new Settings(Map.of("SUPPORT_PUBLIC_URL", "https://desk.example.org")::get);
        sender.background = atOnce();
        sender.mailer = new Mailer() {
            @Override
            public boolean isSet() {
                return true;
            }

            @Override
            public void send(String to, String subject, String text) throws MessagingException {
                throw failure;
            }
        };
        sender.send();
    }

    private static SendFailedException refused(String reply) throws AddressException {
        var none = new Address[0];
        return new SendFailedException(reply, null, none, none, new Address[] {new InternetAddress(ADDRESS)});
    }

    private static ManagedExecutorService atOnce() {
        return (ManagedExecutorService) Proxy.newProxyInstance(
                AccountMailSenderTest.class.getClassLoader(),
                new Class<?>[] {ManagedExecutorService.class},
                (proxy, method, arguments) -> {
                    ((Runnable) arguments[0]).run();
                    return null;
                });
    }

    /** One e-mail is due, and what becomes of it is noted. */
    private static final class OneMail extends AccountMails {
        private boolean isTaken;
        private String end = "open";

        @Override
        Optional<AccountMail> takeDue() {
            if (isTaken) {
                return Optional.empty();
            }
            isTaken = true;
            return Optional.of(new AccountMail(new Ann(), MailPurpose.CONFIRM, ADDRESS, MailToken.fresh(), 1));
        }

        @Override
        void markDone(AccountMail mailMessage) {
            end = "done";
        }

        @Override
        void putOff(AccountMail mailMessage) {
            end = "put off";
        }
    }

    private static final class Ann extends User {
        Ann() {
            super(ADDRESS, "Ann", "hash", "en", Instant.parse("2026-03-01T12:00:00Z"));
        }

        @Override
        public long id() {
            return 1;
        }
    }
}
