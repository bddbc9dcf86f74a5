package org.answerline.conversation.mail;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.answerline.account.guest.GuestKeys;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.platform.config.LookSettings;
import org.answerline.platform.config.MailSettings;
import org.answerline.platform.config.Settings;
import org.answerline.platform.config.SiteSettings;
import org.answerline.platform.database.DatabaseException;
import org.answerline.platform.mail.MailFault;
import org.answerline.platform.mail.MailOutcomeUnknownException;
import org.answerline.platform.mail.Mailer;
import org.answerline.platform.observability.Log;
import org.answerline.platform.text.Texts;

/** Sends the e-mails about answers in the background. */
@ApplicationScoped
public class AnswerMailSender {
    private static final Logger LOG = Log.of(AnswerMailSender.class);

    /** A mail server may take minutes for each e-mail and must not occupy all background threads. */
    private static final int WORKERS = 2;

    private final Semaphore workers = new Semaphore(WORKERS);
    private volatile boolean isForgotten;

    @Resource
    ManagedExecutorService background;

    @Inject
    private AnswerMails mails;

    @Inject
    private SeenAnswers seen;

    @Inject
    private GuestKeys guestKeys;

    @Inject
    private Mailer mailer;

    @Inject
    private OperatorChat operator;

    @Inject
    private Settings settings;

    /** Starts to send all that are due. */
    public void send() {
        if (!mails.areOn()) {
            forgetOnce();
        } else if (workers.availablePermits() > 0) {
            background.execute(this::sendDue);
        }
    }

    private void forgetOnce() {
        if (!isForgotten) {
            mails.forgetSince();
            isForgotten = true;
        }
    }

    /** Sends all that are due. If all workers are busy, they continue until nothing is. */
    void sendDue() {
        if (!workers.tryAcquire()) {
            return;
        }
        try {
            seen.store();
            mails.findDue();
            for (Optional<AnswerMail> mail = mails.takeDue(); mail.isPresent(); mail = mails.takeDue()) {
                send(mail.get());
            }
        } catch (DatabaseException databaseUnavailable) {
            LOG.log(
                    Level.WARNING,
                    () -> "E-mails about answers cannot be sent now; trying again later: " + databaseUnavailable);
        } finally {
            workers.release();
        }
    }

    private void send(AnswerMail mail) {
        try {
            mailer.send(text().of(mail, guestLink(mail), texts(mail)));
            mails.markSent(mail);
        } catch (MailOutcomeUnknownException unknown) {
            // It probably arrives, and another attempt would duplicate it.
            LOG.log(Level.WARNING, () -> name(mail) + " may have been sent: " + unknown.getMessage());
            mails.markSent(mail);
        } catch (MessagingException failure) {
            failed(mail, failure);
        }
    }

    // The server's own message may contain the address, so only the kind of the failure is logged.
    private void failed(AnswerMail mail, MessagingException failure) {
        boolean isAddressRefused = MailFault.isAddressRefused(failure);
        if (isAddressRefused) {
            mails.markRefused(mail);
        }
        boolean isOver = isAddressRefused || !mails.postpone(mail);
        LOG.log(
                Level.WARNING,
                () -> name(mail) + " was not accepted by the mail server, attempt " + mail.attempts()
                        + (isOver ? ", the last: " : ": ")
                        + MailFault.of(failure).description());
    }

    private Optional<String> guestLink(AnswerMail mail) {
        return mail.isGuest() ? Optional.of(guestKeys.addLink(mail.userId(), mail.address())) : Optional.empty();
    }

    private AnswerMailText text() {
        boolean withText = settings.get(MailSettings.ANSWER_CONTENT).equals("text");
        return new AnswerMailText(settings.get(SiteSettings.PUBLIC_URL), settings.get(LookSettings.HOME), withText);
    }

    private Texts texts(AnswerMail mail) {
        return Texts.spoken(mail.language()).map(Texts::in).orElseGet(operator::texts);
    }

    private static String name(AnswerMail mail) {
        return "An email (answer, account " + mail.userId() + ")";
    }
}
