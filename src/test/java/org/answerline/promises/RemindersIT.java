package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.answerline.sandbox.Await;
import org.answerline.sandbox.telegram.SandboxMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Operators are reminded of users who wait, once whatever the number of nodes; at last the owner gets an e-mail. */
@Tag("payara-only")
class RemindersIT {

    private static final String OWNER = "the-owner@example.org";

    private static MailServer mail;
    private static Desk desk;

    private final Operator operator = new Operator(desk);

    @BeforeAll
    static void start() {
        mail = new MailServer(TlsProxy.Kind.TLS);
        desk = Desk.own(setup -> mail.serve(setup)
                .nodes(2)
                .setting("SUPPORT_PUBLIC_URL", "http://support.test")
                .setting("SUPPORT_ALARM_EMAIL", OWNER)
                .setting("SUPPORT_REMIND_MINUTES", "15,120"));
    }

    @AfterAll
    static void stop() {
        desk.close();
        mail.close();
    }

    @Test
    void theOperatorsAreRemindedOnceAndTheOwnerAtLast() throws Exception {
        var anna = Customer.linked(desk, "Anna");
        long asked = anna.asks(Customer.words("Where is it?"));
        long number = anna.numberOf(asked);
        passSince(asked, 16);
        var reminder = operator.sees(message -> isReminder(message, number));
        assertTrue(reminder.text().contains("Anna · 16 min"), reminder.text());
        assertEquals(0, mail.mailsTo(OWNER).size());

        var answer = Customer.words("It is on its way");
        operator.reply(reminder, answer);
        anna.receives(answer);

        long first = anna.asks(Customer.words("When will it be here?"));
        var bert = Customer.linked(desk, "Bert");
        long second = bert.asks(Customer.words("And mine?"));
        desk.database()
                .sql(
                        """
                        update support_messages set created_at = now() - case id when ? then 125 else 16 end * interval '1 minute'
                        where id in (?, ?)
                        """,
                        first,
                        first,
                        second);
        var last = operator.sees(message -> isReminder(message, anna.numberOf(first)));
        assertTrue(last.text().contains("Anna · 2 h") && last.text().contains("Bert · 16 min"), last.text());
        var forBert = Customer.words("Tomorrow");
        operator.reply(last, "#" + bert.numberOf(second) + " " + forBert);
        bert.receives(forBert);
        Await.until("an e-mail", () -> mail.mailsTo(OWNER).size() == 1);
        String text = MailServer.text(mail.mailsTo(OWNER).get(0));
        assertTrue(text.contains("#" + anna.numberOf(first) + ", 2 h"), text);
        assertFalse(text.contains("Anna"), text);

        // Another reminder of the same waits would come before that of a later one.
        var carl = Customer.of(desk, "Carl");
        long third = carl.asks(Customer.words("And mine, too?"));
        passSince(third, 16);
        operator.sees(message -> isReminder(message, carl.numberOf(third)));
        assertEquals(3, operator.seen("⏰").size(), () -> operator.seen("⏰").toString());
        assertEquals(1, mail.mailsTo(OWNER).size());
    }

    private static boolean isReminder(SandboxMessage message, long number) {
        return message.text().contains("⏰") && message.text().contains("#" + number + " ");
    }

    private static void passSince(long message, int minutes) {
        desk.database()
                .sql(
                        "update support_messages set created_at = now() - ? * interval '1 minute' where id = ?",
                        minutes,
                        message);
    }
}
