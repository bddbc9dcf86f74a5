package org.answerline.account.mail;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
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

/** Sends e-mails in the background, so that an unavailable mail server delays no request. */
@ApplicationScoped
public class AccountMailSender {
    private static final Logger LOG = Log.of(AccountMailSender.class);
    // with the pauses of AccountMails, of at most about eleven minutes, this is a day and a half
    private static final int MOST_ATTEMPTS = 200;
    // a mail server may take minutes for each e-mail and must not occupy all background threads
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

    /** Sends all due e-mails in the background; a refused one is tried again after a pause. */
    public void send() {
        if (mailer.isSet() && workers.availablePermits() > 0) {
            background.execute(this::carryAll);
        }
    }

    // if all places are taken, the running senders continue until nothing is due
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

    // without the name, by which the creator of an account could write to the owner of the address
    private void send(AccountMail mailMessage) {
        Texts texts = Texts.in(mailMessage.to().language());
        String kind = "account.mail." + mailMessage.purpose().key();
        try {
            mailer.send(
                    mailMessage.address(), texts.get(kind + ".subject"), texts.get(kind + ".text", link(mailMessage)));
            mails.markDone(mailMessage);
        } catch (MailOutcomeUnknownException unknown) {
            // it probably arrives, and another attempt would duplicate it; the user can request another one
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

    // the server's own message may contain the address, so only the kind of the refusal is logged
    private void failed(AccountMail mailMessage, MessagingException refused) {
        boolean over = mailMessage.attempts() >= MOST_ATTEMPTS || MailFault.isAddressRefused(refused);
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
