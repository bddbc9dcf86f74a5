package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.internet.MimeMessage;
import java.util.List;
import org.answerline.sandbox.Await;
import org.answerline.sandbox.telegram.Fault;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The owner gets an e-mail when messages cannot leave, and one when they can again, whatever the number of nodes. */
@Tag("payara-only")
@UsesDesk(SharedDesk.OWNER_MAILS)
class AlarmMailsIT {
    private final Desk desk = SharedDesk.OWNER_MAILS.desk();
    private final Operator operator = new Operator(desk);

    @Test
    void eachAlarmIsMailedOnceAndItsEndOnce() throws Exception {
        var anna = desk.signedIn("Anna");
        int before = mails().size();
        int mails = before;
        desk.telegram().faults().add(Fault.unauthorized());
        anna.submitFeedback("", Customer.words("Nobody lets it through"));
        mails = told(mails, "refuses the bot", "BotFather");
        desk.telegram().faults().clear();
        mails = told(mails, "again", "over");

        desk.telegram().adminGroup().removeBot();
        mails = told(mails, "operators’ chat", "Add the bot");
        desk.telegram().adminGroup().addBot();
        mails = told(mails, "again", "over");

        desk.telegram().faults().add(Fault.badGateway());
        var question = Customer.words("Nobody carries it");
        anna.submitFeedback("", question);
        desk.database()
                .sql("update deliveries set created_at = created_at - interval '16 minutes',"
                        + " finished_at = finished_at - interval '16 minutes'");
        mails = told(mails, "wait", "outbox");
        desk.telegram().faults().clear();
        operator.sees(question);
        mails = told(mails, "again", "over");
        assertEquals(before + 6, mails);

        // A mail that a node sends once more would come before the mail of the next alarm.
        desk.telegram().adminGroup().removeBot();
        mails = told(mails, "operators’ chat", "Add the bot");
        assertEquals(before + 7, mails().size());
        desk.telegram().adminGroup().addBot();
        told(mails, "again", "over");
    }

    private int told(int before, String subject, String text) throws Exception {
        Await.until("an alarm that lasts, and its e-mail", () -> {
            desk.database()
                    .sql("update delivery_alarms set since = since - interval '1 minute'"
                            + " where since > now() - interval '1 minute'");
            return mails().size() > before;
        });
        var mailMessage = mails().get(before);
        assertTrue(mailMessage.getSubject().contains(subject), mailMessage.getSubject());
        assertTrue(MailServer.text(mailMessage).contains(text), MailServer.text(mailMessage));
        return before + 1;
    }

    private List<MimeMessage> mails() {
        return desk.mail().mailsTo(SharedDesk.OWNER);
    }
}
