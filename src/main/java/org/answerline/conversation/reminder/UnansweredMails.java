package org.answerline.conversation.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.conversation.team.Conversations;
import org.answerline.conversation.team.OpenConversation;
import org.answerline.platform.config.HoursSettings;
import org.answerline.platform.config.MailSettings;
import org.answerline.platform.config.Settings;
import org.answerline.platform.mail.MailFault;
import org.answerline.platform.mail.MailOutcomeUnknownException;
import org.answerline.platform.mail.Mailer;
import org.answerline.platform.observability.Log;
import org.answerline.platform.text.Texts;

/**
 * Sends an e-mail to SUPPORT_ALARM_EMAIL about users who have not been answered after the last reminder; one node sends it, once. What the
 * mail server does not accept is tried again every minute, for those who still wait then.
 */
@ApplicationScoped
public class UnansweredMails {

    private static final Logger LOG = Log.of(UnansweredMails.class);

    @Inject
    private Settings settings;

    @Inject
    private ReminderRows rows;

    @Inject
    private Conversations conversations;

    @Inject
    private OperatorChat operator;

    @Inject
    private Mailer mailer;

    @Inject
    private Clock clock;

    /** Sends the e-mail that is due. It waits for the mail server, so it runs without a transaction: each statement is one. */
    public void send() {
        if (!settings.isSet(HoursSettings.REMIND_MINUTES) || !settings.isSet(MailSettings.ALARM_ADDRESS)) {
            return;
        }
        List<Long> due = rows.takeDueMails();
        if (due.isEmpty()) {
            return;
        }
        List<OpenConversation> open = conversations.waitingSince(due);
        if (open.isEmpty() || isSent(open)) {
            rows.mailed(due);
        } else {
            rows.refused(due);
        }
    }

    private boolean isSent(List<OpenConversation> open) {
        Texts texts = operator.texts();
        String text = ReminderText.mail(open, clock.instant(), texts).replace("\n", "\r\n");
        try {
            mailer.send(settings.get(MailSettings.ALARM_ADDRESS), texts.get("mail.unanswered.subject"), text);
            return true;
        } catch (MailOutcomeUnknownException unknown) {
            LOG.log(
                    Level.WARNING,
                    () -> "The email about unanswered users may have been sent: " + unknown.getMessage());
            return true;
        } catch (MessagingException refused) {
            LOG.log(
                    Level.WARNING,
                    () -> "The email about unanswered users was not accepted by the mail server: "
                            + MailFault.of(refused).description());
            return false;
        }
    }
}
