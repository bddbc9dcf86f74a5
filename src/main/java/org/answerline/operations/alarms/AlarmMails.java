package org.answerline.operations.alarms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.delivery.alarm.Alarms;
import org.answerline.platform.config.MailSettings;
import org.answerline.platform.config.Settings;
import org.answerline.platform.database.DatabaseException;
import org.answerline.platform.mail.MailFault;
import org.answerline.platform.mail.MailOutcomeUnknownException;
import org.answerline.platform.mail.Mailer;
import org.answerline.platform.observability.Log;

/**
 * Sends an e-mail to SUPPORT_ALARM_EMAIL when messages have not been delivered for a while, and another when they are again. One node
 * sends each of them, once.
 *
 * <p>An e-mail that the mail server does not accept is tried again every minute, unless the alarm is over by then.
 */
@ApplicationScoped
public class AlarmMails {

    private static final Logger LOG = Log.of(AlarmMails.class);

    private final Semaphore turn = new Semaphore(1);

    @Inject
    private Settings settings;

    @Inject
    private Mailer mailer;

    @Inject
    private Alarms alarms;

    @Inject
    private OperatorChat operator;

    @Inject
    private AlarmRows rows;

    /**
     * Records which alarms hold, and sends the e-mails that are due; does nothing while an earlier call waits for the mail server, which
     * may take minutes.
     */
    public void send() {
        if (settings.isSet(MailSettings.ALARM_ADDRESS) && mailer.isSet() && turn.tryAcquire()) {
            try {
                sendDue();
            } finally {
                turn.release();
            }
        }
    }

    private void sendDue() {
        try {
            record();
            for (var mailMessage = rows.takeDue(); mailMessage.isPresent(); mailMessage = rows.takeDue()) {
                send(mailMessage.get());
            }
        } catch (DatabaseException databaseUnavailable) {
            LOG.log(Level.WARNING, () -> "Alarms cannot be sent now; trying again later: " + databaseUnavailable);
        }
    }

    // The worst alarm only: a refused token also closes the chat, and both make the outbox late.
    private void record() {
        var closing = alarms.lasting(operator.id());
        Optional<Instant> late = closing.isPresent() ? Optional.empty() : rows.lateSince();
        Optional<AlarmMail.AlarmKind> now = closing.map(alarm ->
                        alarm.isTokenRefused() ? AlarmMail.AlarmKind.TOKEN_REFUSED : AlarmMail.AlarmKind.CHAT_CLOSED)
                .or(() -> late.map(since -> AlarmMail.AlarmKind.OUTBOX_LATE));
        if (now.isPresent()) {
            Instant since = closing.map(alarm -> alarm.since()).or(() -> late).orElseThrow();
            rows.begin(now.get(), since, closing.map(alarm -> alarm.reason()).orElse(""));
        }
        rows.endOthers(now);
    }

    private void send(AlarmMail mailMessage) {
        try {
            String text = mailMessage.text(operator.texts());
            mailer.send(settings.get(MailSettings.ALARM_ADDRESS), mailMessage.subject(operator.texts()), text);
            rows.markSent(mailMessage);
        } catch (MailOutcomeUnknownException unknown) {
            LOG.log(
                    Level.WARNING,
                    () -> "The email about " + mailMessage.alarm() + " may have been sent: " + unknown.getMessage());
            rows.markSent(mailMessage);
        } catch (MessagingException refused) {
            LOG.log(
                    Level.WARNING,
                    () -> "The email about " + mailMessage.alarm() + " was not accepted by the mail server: "
                            + MailFault.of(refused).description());
            rows.markRefused(mailMessage);
        }
    }
}
