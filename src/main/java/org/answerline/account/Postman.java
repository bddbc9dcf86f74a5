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
import org.answerline.platform.Log;
import org.answerline.platform.MailFault;
import org.answerline.platform.Mailer;
import org.answerline.platform.Texts;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Carries letters to the mail server, in the background: a mail server that is away keeps nobody waiting. */
@ApplicationScoped
public class Postman {
    private static final Logger LOG = Log.of(Postman.class);
    // With the pauses of Letters, at most about eleven minutes, a day and a half.
    private static final int MOST_ATTEMPTS = 200;

    @Resource
    ManagedExecutorService background;

    @Inject
    Letters letters;

    @Inject
    Mailer mailer;

    @Inject
    @ConfigProperty(name = "SUPPORT_PUBLIC_URL")
    Optional<String> publicUrl;

    void hurry(@Observes(during = TransactionPhase.AFTER_SUCCESS) Letters.Asked asked) {
        background.execute(this::carry);
    }

    /** Sends all that is due now; what is refused comes up again after a pause. */
    public void carry() {
        if (!mailer.isSet()) {
            return;
        }
        Optional<Letter> letter = letters.takeDue();
        while (letter.isPresent()) {
            carry(letter.get());
            letter = letters.takeDue();
        }
    }

    // No name in it: whoever opens an account in somebody else's address could write to them by it.
    private void carry(Letter letter) {
        Texts texts = Texts.in(letter.to().language());
        String kind = "account.mail." + letter.purpose().key();
        String link = publicUrl.orElseThrow().strip().replaceFirst("/+$", "")
                + letter.purpose().path() + letter.token().value() + "/";
        try {
            mailer.send(
                    letter.to().email(),
                    texts.get(kind + ".subject"),
                    texts.get(kind + ".text", link).replace("\n", "\r\n"));
            letters.isDone(letter);
        } catch (MessagingException refused) {
            failed(letter, refused);
        }
    }

    // The server's own words may name the address, so only the kind of its refusal is logged.
    private void failed(Letter letter, MessagingException refused) {
        boolean over = letter.attempts() >= MOST_ATTEMPTS || refused instanceof AddressException;
        LOG.log(
                Level.WARNING,
                () -> "An email (" + letter.purpose().key() + ", account "
                        + letter.to().id() + ") was not accepted by the mail server, attempt " + letter.attempts()
                        + (over ? ", the last: " : ": ") + MailFault.of(refused).words());
        if (over) {
            letters.isDone(letter);
        }
    }
}
