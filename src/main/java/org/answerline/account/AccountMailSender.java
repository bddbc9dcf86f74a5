package org.answerline.account;

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
import org.answerline.platform.Log;
import org.answerline.platform.MailFault;
import org.answerline.platform.MailOutcomeUnknownException;
import org.answerline.platform.Mailer;
import org.answerline.platform.Texts;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Carries letters to the mail server, in the background: a mail server that is away keeps nobody waiting. */
@ApplicationScoped
public class AccountMailSender {
    private static final Logger LOG = Log.of(AccountMailSender.class);
    // With the pauses of Letters, at most about eleven minutes, a day and a half.
    private static final int MOST_ATTEMPTS = 200;
    // A mail server may take minutes for each letter, and must not take all threads of the background.
    private static final int CARRIERS = 4;

    private final Semaphore carriers = new Semaphore(CARRIERS);

    @Resource
    ManagedExecutorService background;

    @Inject
    AccountMails letters;

    @Inject
    Mailer mailer;

    @Inject
    @ConfigProperty(name = "SUPPORT_PUBLIC_URL")
    Optional<String> publicUrl;

    void hurry(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccountMails.Asked asked) {
        carry();
    }

    /** Sends all that is due now, in the background; what is refused comes up again after a pause. */
    public void carry() {
        if (mailer.isSet() && carriers.availablePermits() > 0) {
            background.execute(this::carryAll);
        }
    }

    // Whoever finds no place leaves the letter to those who are at it: they go on until nothing is due.
    private void carryAll() {
        if (!carriers.tryAcquire()) {
            return;
        }
        try {
            Optional<AccountMail> letter = letters.takeDue();
            while (letter.isPresent()) {
                carry(letter.get());
                letter = letters.takeDue();
            }
        } finally {
            carriers.release();
        }
    }

    // No name in it: whoever opens an account in somebody else's address could write to them by it.
    private void carry(AccountMail letter) {
        Texts texts = Texts.in(letter.to().language());
        String kind = "account.mail." + letter.purpose().key();
        try {
            mailer.send(
                    letter.address(),
                    texts.get(kind + ".subject"),
                    texts.get(kind + ".text", link(letter)).replace("\n", "\r\n"));
            letters.markDone(letter);
        } catch (MailOutcomeUnknownException unknown) {
            // Most likely it arrives; sent again it would come twice. Who gets none can ask for another.
            LOG.log(Level.WARNING, () -> name(letter) + " may have been sent: " + unknown.getMessage());
            letters.markDone(letter);
        } catch (MessagingException refused) {
            failed(letter, refused);
        }
    }

    private String link(AccountMail letter) {
        String site = publicUrl.orElseThrow().strip().replaceFirst("/+$", "");
        return letter.purpose().validity().isEmpty()
                ? site + "/account/"
                : site + letter.purpose().path() + letter.token().value() + "/";
    }

    // The server's own words may name the address, so only the kind of its refusal is logged.
    private void failed(AccountMail letter, MessagingException refused) {
        boolean over = letter.attempts() >= MOST_ATTEMPTS || refused instanceof AddressException;
        LOG.log(
                Level.WARNING,
                () -> name(letter) + " was not accepted by the mail server, attempt " + letter.attempts()
                        + (over ? ", the last: " : ": ") + MailFault.of(refused).description());
        if (over) {
            letters.markDone(letter);
        } else {
            letters.putOff(letter);
        }
    }

    private static String name(AccountMail letter) {
        return "An email (" + letter.purpose().key() + ", account "
                + letter.to().id() + ")";
    }
}
