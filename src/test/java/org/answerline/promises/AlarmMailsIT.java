package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.answerline.sandbox.Await;
import org.answerline.sandbox.telegram.ChatKind;
import org.answerline.sandbox.telegram.Fault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The owner gets an e-mail when messages cannot leave, and one when they can again, whatever the number of nodes. */
@Tag("payara-only")
class AlarmMailsIT {
    private static final long GROUP = -4_600_001;
    private static final String OWNER = "the-owner@example.org";
    private static MailServer mail;
    private static Desk desk;

    private final Operator operator = new Operator(desk);

    @BeforeAll
    static void start() {
        mail = new MailServer(TlsProxy.Kind.TLS);
        desk = Desk.own(setup -> mail.serve(setup)
                .nodes(2)
                .adminChat(GROUP)
                .telegram(options -> options.adminChat(GROUP, ChatKind.GROUP))
                .setting("SUPPORT_ALARM_EMAIL", OWNER)
                .setting("SUPPORT_PUBLIC_URL", "http://support.test"));
    }

    @AfterAll
    static void stop() {
        desk.close();
        mail.close();
    }

    @Test
    void eachAlarmIsMailedOnceAndItsEndOnce() throws Exception {
        var anna = desk.signedIn("Anna");
        int mails = mail.mailsTo(OWNER).size();
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
                .sql("update deliveries set created_at = created_at - interval '16 minutes' where state = 'WAITING'");
        mails = told(mails, "wait", "outbox");
        desk.telegram().faults().clear();
        operator.sees(question);
        mails = told(mails, "again", "over");
        assertEquals(6, mails);

        // A mail that a node sends once more would come before the mail of the next alarm.
        desk.telegram().adminGroup().removeBot();
        mails = told(mails, "operators’ chat", "Add the bot");
        assertEquals(7, mails);
        assertEquals(7, mail.mailsTo(OWNER).size());
    }

    private static int told(int before, String subject, String text) throws Exception {
        Await.until("an alarm that lasts, and its e-mail", () -> {
            desk.database()
                    .sql("update delivery_alarms set since = since - interval '1 minute'"
                            + " where since > now() - interval '1 minute'");
            return mail.mailsTo(OWNER).size() > before;
        });
        var mailMessage = mail.mailsTo(OWNER).get(before);
        assertTrue(mailMessage.getSubject().contains(subject), mailMessage.getSubject());
        assertTrue(MailServer.text(mailMessage).contains(text), MailServer.text(mailMessage));
        return before + 1;
    }
}
