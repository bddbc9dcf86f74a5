package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.answerline.sandbox.Await;
import org.answerline.sandbox.telegram.SandboxMessage;
import org.junit.jupiter.api.Test;

/** What Telegram will never deliver ends with its reason, is told to the operator once, and holds up nobody. */
@UsesDesk(SharedDesk.USUAL)
class PermanentRefusalIT {

    private final Desk desk = SharedDesk.USUAL.desk();
    private final Operator operator = new Operator(desk);

    @Test
    void aDeletedAccount() {
        var anna = Customer.linked(desk, "Anna Gone");
        var notice = question(anna);
        anna.telegram().deleteAccount();
        long reply = operator.reply(notice, "too late");
        var told = operator.toldOn(reply);
        assertTrue(told.contains("Anna Gone") && told.contains("user is deactivated"), told);
        assertTrue(anna.threadTexts().contains("too late"));
        assertOthersGoOn();
        assertEquals(1, wordsOn(reply).size(), "told once");
        var row = desk.database()
                .sql("select delivery, delivery_failure from support_messages where text = 'too late'")
                .get(0);
        assertEquals("FAILED", row.get("delivery"));
        assertEquals("Forbidden: user is deactivated", row.get("delivery_failure"));
    }

    @Test
    void aLongAnswerToADeletedAccountIsReportedOnce() {
        var boris = Customer.linked(desk, "Boris Gone");
        var notice = question(boris);
        boris.telegram().deleteAccount();
        long reply = operator.reply(notice, "🪁".repeat(4096));
        operator.toldOn(reply);
        assertOthersGoOn();
        assertEquals(1, wordsOn(reply).size(), "told once");
    }

    @Test
    void aChatThatTelegramDoesNotKnow() {
        var clara = Customer.of(desk, "Clara Unknown");
        var start =
                """
                {"update_id":%d,"message":{"message_id":1,"date":1,"text":"/start %s",
                "chat":{"id":%3$d,"type":"private"},"from":{"id":%3$d,"is_bot":false,"language_code":"en"}}}
                """
                        .formatted(Updates.newId(), clara.token(), clara.chatId());
        assertEquals(200, desk.telegram().deliverRaw(start));
        long reply = operator.reply(question(clara), "into the void");
        var told = operator.toldOn(reply);
        assertTrue(told.contains("Clara Unknown") && told.contains("chat not found"), told);
        assertOthersGoOn();
    }

    @Test
    void laterAnswersToTheSamePersonAreTriedAnew() {
        var david = Customer.linked(desk, "David Back");
        var notice = question(david);
        david.telegram().deleteAccount();
        operator.toldOn(operator.reply(notice, "first try"));
        operator.toldOn(operator.reply(notice, "second try"));
        var newPhone = david.with(Customer.newTelegram(desk, "en"));
        newPhone.telegram().pressStart(david.tokenOn("/account/telegram/another/"));
        newPhone.receives("second try");
        assertEquals(
                List.of("📩 Support reply:\n\nfirst try", "📩 Support reply:\n\nsecond try"),
                newPhone.received().subList(1, 3));
    }

    @Test
    void aHintOnAMessageThatIsGoneIsSaidAllTheSame() {
        long before = hintsOnNothing();
        var gone =
                """
                {"update_id":%d,"message":{"message_id":8000001,"date":1,"text":"deleted at once",
                "chat":{"id":%2$d,"type":"private"},"from":{"id":%2$d,"is_bot":false}}}
                """
                        .formatted(Updates.newId(), operator.hands().chatId());
        assertEquals(200, desk.telegram().deliverRaw(gone));
        Await.until("the hint", () -> hintsOnNothing() == before + 1);
    }

    private long hintsOnNothing() {
        return operator.seen("press Reply on their question").stream()
                .filter(hint -> hint.replyTo().isEmpty())
                .count();
    }

    private SandboxMessage question(Customer customer) {
        var question = Customer.words("Are you there?");
        customer.asks(question);
        return operator.sees(question);
    }

    private void assertOthersGoOn() {
        var other = Customer.linked(desk, "Other");
        operator.reply(question(other), "you are not held up");
        other.receives("you are not held up");
    }

    private List<SandboxMessage> wordsOn(long messageId) {
        return desk.telegram().transcript(operator.hands().chatId()).stream()
                .filter(message -> message.fromBot() && message.replyTo().orElse(-1) == messageId)
                .toList();
    }
}
