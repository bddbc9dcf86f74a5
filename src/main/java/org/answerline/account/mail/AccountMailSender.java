package org.answerline.account.mail;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.answerline.platform.config.Settings;
import org.answerline.platform.config.SiteSettings;
import org.answerline.platform.mail.MailFault;
import org.answerline.platform.mail.MailOutcomeUnknownException;
import org.answerline.platform.mail.Mailer;
import org.answerline.platform.observability.Log;
import org.answerline.platform.text.Texts;

/** Carries e-mails to the mail server, in the background: a mail server that is away keeps nobody waiting. */
@ApplicationScoped
public class AccountMailSender {
    private static final Logger LOG = Log.of(AccountMailSender.class);
    // With the pauses of AccountMails, at most about eleven minutes, a day and a half.
    private static final int MOST_ATTEMPTS = 200;
    // A mail server may take minutes for each e-mail, and must not take all threads of the background.
    private static final int CARRIERS = 4;

    private final Semaphore workers = new Semaphore(CARRIERS);

    @Resource
    ManagedExecutorService background;

    @Inject
    AccountMails mails;

    @Inject
    Mailer mailer;

    @Inject
    Settings settings;

    void hurry(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccountMails.Asked asked) {
        send();
    }

    /** Sends all that is due now, in the background; what is refused comes up again after a pause. */
    public void send() {
        if (mailer.isSet() && workers.availablePermits() > 0) {
            background.execute(this::carryAll);
        }
    }

    // Whoever finds no place leaves the e-mail to those who are at it: they go on until nothing is due.
    private void carryAll() {
        if (!workers.tryAcquire()) {
            return;
        }
        try {
            Optional<AccountMail> mailMessage = mails.takeDue();
            while (mailMessage.isPresent()) {
                send(mailMessage.get());
                mailMessage = mails.takeDue();
            }
        } finally {
            workers.release();
        }
    }

    // No name in it: whoever opens an account in somebody else's address could write to them by it.
    private void send(AccountMail mailMessage) {
        Texts texts = Texts.in(mailMessage.to().language());
        String kind = "account.mail." + mailMessage.purpose().key();
        try {
            mailer.send(
                    mailMessage.address(),
                    texts.get(kind + ".subject"),
                    texts.get(kind + ".text", link(mailMessage)).replace("\n", "\r\n"));
            mails.markDone(mailMessage);
        } catch (MailOutcomeUnknownException unknown) {
            // Most likely it arrives; sent again it would come twice. Who gets none can ask for another.
            LOG.log(Level.WARNING, () -> name(mailMessage) + " may have been sent: " + unknown.getMessage());
            mails.markDone(mailMessage);
        } catch (MessagingException refused) {
            failed(mailMessage, refused);
        }
    }

    private String link(AccountMail mailMessage) {
        String site = settings.get(SiteSettings.PUBLIC_URL);
        return mailMessage.purpose().validity().isEmpty()
                ? site + "/account/"
                : site + mailMessage.purpose().path() + mailMessage.token().value() + "/";
    }

    // The server's own words may name the address, so only the kind of its refusal is logged.
    private void failed(AccountMail mailMessage, MessagingException refused) {
        boolean over = mailMessage.attempts() >= MOST_ATTEMPTS || refused instanceof AddressException;
        LOG.log(
                Level.WARNING,
                () -> name(mailMessage) + " was not accepted by the mail server, attempt " + mailMessage.attempts()
                        + (over ? ", the last: " : ": ") + MailFault.of(refused).description());
        if (over) {
            mails.markDone(mailMessage);
        } else {
            mails.putOff(mailMessage);
        }
    }

    private static String name(AccountMail mailMessage) {
        return "An email (" + mailMessage.purpose().key() + ", account "
                + mailMessage.to().id() + ")";
    }
}
