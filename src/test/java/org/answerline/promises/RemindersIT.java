package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.internet.MimeMessage;
import java.util.List;
import org.answerline.sandbox.Await;
import org.answerline.sandbox.telegram.SandboxMessage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Operators are reminded of users who wait, once whatever the number of nodes; at last the owner gets an e-mail. */
@Tag("payara-only")
@UsesDesk(SharedDesk.OWNER_MAILS)
class RemindersIT {

    private final Desk desk = SharedDesk.OWNER_MAILS.desk();
    private final Operator operator = new Operator(desk);

    @Test
    void theOperatorsAreRemindedOnceAndTheOwnerAtLast() throws Exception {
        int before = mails().size();
        var anna = Customer.linked(desk, "Anna");
        long asked = anna.asks(Customer.words("Where is it?"));
        long number = anna.numberOf(asked);
        passSince(asked, 16);
        var reminder = operator.sees(message -> isReminder(message, number));
        // The reminder is made at the next minute, on a slow machine at the one after it.
        assertTrue(reminder.text().matches("(?s).*Anna · 1[67] min.*"), reminder.text());
        assertEquals(before, mails().size());

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
        assertTrue(last.text().contains("Anna · 2 h") && last.text().matches("(?s).*Bert · 1[67] min.*"), last.text());
        var forBert = Customer.words("Tomorrow");
        operator.reply(last, "#" + bert.numberOf(second) + " " + forBert);
        bert.receives(forBert);
        Await.until("an e-mail", () -> mails().size() == before + 1);
        String text = MailServer.text(mails().get(before));
        assertTrue(text.contains("#" + anna.numberOf(first) + ", 2 h"), text);
        assertFalse(text.contains("Anna"), text);

        // Another reminder of the same waits would come before that of a later one.
        var carl = Customer.of(desk, "Carl");
        long third = carl.asks(Customer.words("And mine, too?"));
        passSince(third, 16);
        operator.sees(message -> isReminder(message, carl.numberOf(third)));
        assertEquals(3, operator.seen("⏰").size(), () -> operator.seen("⏰").toString());
        assertEquals(before + 1, mails().size());
    }

    private static boolean isReminder(SandboxMessage message, long number) {
        return message.text().contains("⏰") && message.text().contains("#" + number + " ");
    }

    private void passSince(long message, int minutes) {
        desk.database()
                .sql(
                        "update support_messages set created_at = now() - ? * interval '1 minute' where id = ?",
                        minutes,
                        message);
    }

    private List<MimeMessage> mails() {
        return desk.mail().mailsTo(SharedDesk.OWNER);
    }
}
