package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.answerline.sandbox.Await;
import org.answerline.sandbox.telegram.SandboxMessage;
import org.junit.jupiter.api.Test;

/** While a user blocks the bot answers stay on the site and the operator knows; on return they are offered, once. */
@UsesDesk(SharedDesk.USUAL)
class BlockedBotIT {

    private final Desk desk = SharedDesk.USUAL.desk();
    private final Operator operator = new Operator(desk);
    private final Customer anna = Customer.linked(desk, "Anna");
    private final String question = Customer.words("Before I go");
    private final SandboxMessage notice = asked();

    private SandboxMessage asked() {
        anna.asks(question);
        return operator.sees(question);
    }

    @Test
    void answersStayOnTheSiteAndTheOperatorIsInformed() {
        block();
        var told = operator.toldOn(operator.reply(notice, "You cannot get this"));
        assertTrue(told.contains("has blocked the bot"), told);
        assertEquals(List.of(question, "You cannot get this"), anna.threadTexts());
        assertEquals(0, anna.received("You cannot get this"));
        assertTrue(anna.browser().get("/support/").html().text().contains("You cannot get this"));
    }

    @Test
    void whatWasMissedIsOfferedAndFetchedOnceInOrder() {
        block();
        for (int i = 1; i <= 4; i++) {
            long reply = operator.reply(notice, "missed answer " + i);
            Await.until("marked as kept", () -> operator.reactionOn(reply).equals("✍"));
        }
        int before = anna.received().size();
        anna.telegram().unblock();
        var offer = anna.receives("Welcome back").text();
        assertTrue(offer.contains("4 answers") && offer.contains("/missed"), offer);
        assertEquals(1, anna.received().size() - before, "nothing is sent unasked");
        anna.telegram().write("/missed");
        anna.receives("missed answer 4");
        anna.telegram().write("/missed");
        anna.receives("You have not missed anything");
        assertEquals(
                IntStream.rangeClosed(1, 4)
                        .mapToObj(i -> "📩 Support reply:\n\nmissed answer " + i)
                        .toList(),
                anna.received().subList(before + 1, before + 5));
        assertEquals(before + 6, anna.received().size());
    }

    @Test
    void aWritingUserIsUnblockedAndGetsHeldAnswers() {
        var stale =
                """
                {"update_id":%d,"my_chat_member":{"date":1,"chat":{"id":%2$d,"type":"private"},
                "from":{"id":%2$d,"is_bot":false},"old_chat_member":{"status":"member"},
                "new_chat_member":{"status":"kicked"}}}
                """
                        .formatted(Updates.newId(), anna.chatId());
        assertEquals(200, desk.telegram().deliverRaw(stale));
        var told = operator.toldOn(operator.reply(notice, "held while you were gone"));
        assertTrue(told.contains("has blocked the bot"), told);
        var words = Customer.words("I am here");
        anna.telegram().write(words);
        anna.receives("held while you were gone");
        operator.reply(operator.sees(words), "and straight to you");
        anna.receives("and straight to you");
        assertEquals(1, anna.received("held while you were gone"));
    }

    @Test
    void nothingIsOfferedWhenNothingWasMissed() {
        block();
        int before = anna.received().size();
        anna.telegram().unblock();
        desk.telegram().awaitIdle(Await.PATIENCE);
        operator.reply(notice, "straight to you");
        assertEquals(List.of("📩 Support reply:\n\nstraight to you"), anna.receivedAfter(before, "straight to you"));
    }

    @Test
    void aBlockThatTelegramTellsOnlyByRefusingIsUnderstoodToo() {
        block();
        var believed =
                """
                {"update_id":%d,"my_chat_member":{"date":1,"chat":{"id":%2$d,"type":"private"},
                "from":{"id":%2$d,"is_bot":false},"old_chat_member":{"status":"kicked"},
                "new_chat_member":{"status":"member"}}}
                """
                        .formatted(Updates.newId(), anna.chatId());
        assertEquals(200, desk.telegram().deliverRaw(believed));
        long reply = operator.reply(notice, "refused at the door");
        var told = operator.toldOn(reply);
        assertTrue(told.contains("Anna") && told.contains("blocked"), told);
        assertEquals(List.of(question, "refused at the door"), anna.threadTexts());
        anna.telegram().unblock();
        anna.receives("One answer");
        anna.telegram().write("/missed");
        anna.receives("refused at the door");
        assertEquals(1, anna.received("refused at the door"));
    }

    @Test
    void aBlockedUserWhoLinksAgainGetsMissedAnswers() {
        block();
        operator.toldOn(operator.reply(notice, "for the new phone"));
        var newPhone = anna.with(Customer.newTelegram(desk, "en"));
        newPhone.telegram().pressStart(anna.tokenOn("/account/telegram/another/"));
        newPhone.receives("for the new phone");
        assertEquals(0, anna.received("for the new phone"));
    }

    private void block() {
        anna.telegram().block();
        desk.telegram().awaitIdle(Await.PATIENCE);
    }
}
