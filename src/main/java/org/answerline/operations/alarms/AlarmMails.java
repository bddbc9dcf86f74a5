package org.answerline.operations.alarms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.answerline.conversation.OperatorChat;
import org.answerline.delivery.Alarms;
import org.answerline.platform.mail.MailFault;
import org.answerline.platform.mail.MailOutcomeUnknownException;
import org.answerline.platform.mail.Mailer;
import org.answerline.platform.observability.Log;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells SUPPORT_ALARM_EMAIL what keeps messages from leaving, once when it begins to last and once when it is over, by one node.
 *
 * <p>An e-mail that the mail server does not take is tried again each minute; one about what was over before is not sent any more.
 */
@ApplicationScoped
public class AlarmMails {

    private static final Logger LOG = Log.of(AlarmMails.class);

    @Inject
    @ConfigProperty(name = "SUPPORT_ALARM_EMAIL")
    private Optional<String> owner;

    @Inject
    private Mailer mailer;

    @Inject
    private Alarms alarms;

    @Inject
    private OperatorChat operator;

    @Inject
    private AlarmRows rows;

    /** Looks what is amiss, and sends what is due. */
    public void look() {
        if (owner.isEmpty() || !mailer.isSet()) {
            return;
        }
        try {
            note();
            for (var mailMessage = rows.takeDue(); mailMessage.isPresent(); mailMessage = rows.takeDue()) {
                send(mailMessage.get());
            }
        } catch (SQLException databaseAway) {
            LOG.log(Level.WARNING, () -> "Alarms cannot be sent now; trying again later: " + databaseAway);
        }
    }

    // The worst only: a refused token also closes the chat, and both make the outbox late.
    private void note() throws SQLException {
        var closing = alarms.lasting(operator.id());
        Optional<Instant> late = closing.isPresent() ? Optional.empty() : rows.late();
        Optional<AlarmMail.Alarm> now = closing.map(
                        alarm -> alarm.isTokenRefused() ? AlarmMail.Alarm.TOKEN_REFUSED : AlarmMail.Alarm.CHAT_CLOSED)
                .or(() -> late.map(since -> AlarmMail.Alarm.OUTBOX_LATE));
        if (now.isPresent()) {
            Instant since = closing.map(alarm -> alarm.since()).or(() -> late).orElseThrow();
            rows.begin(now.get(), since, closing.map(alarm -> alarm.reason()).orElse(""));
        }
        rows.end(now);
    }

    private void send(AlarmMail mailMessage) throws SQLException {
        try {
            String text = mailMessage.text(operator.texts()).replace("\n", "\r\n");
            mailer.send(owner.orElseThrow().strip(), mailMessage.subject(operator.texts()), text);
            rows.sent(mailMessage);
        } catch (MailOutcomeUnknownException unknown) {
            LOG.log(
                    Level.WARNING,
                    () -> "The email about " + mailMessage.alarm() + " may have been sent: " + unknown.getMessage());
            rows.sent(mailMessage);
        } catch (MessagingException refused) {
            LOG.log(
                    Level.WARNING,
                    () -> "The email about " + mailMessage.alarm() + " was not accepted by the mail server: "
                            + MailFault.of(refused).description());
        }
    }
}
