package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.answerline.sandbox.Await;
import org.answerline.sandbox.telegram.Fault;
import org.answerline.sandbox.telegram.SandboxMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Everybody who should know where a message is can see it: waiting, delivered, or not delivered and why. */
@UsesDesk(SharedDesk.USUAL)
class DeliveryStateIT {

    private final Desk desk = SharedDesk.USUAL.desk();
    private final Operator operator = new Operator(desk);

    @AfterEach
    void goodWeather() {
        desk.telegram().faults().clear();
    }

    @Test
    void aQuestionWaitsUntilTheOperatorHasIt() {
        var anna = Customer.of(desk, "Anna Waits");
        desk.telegram()
                .faults()
                .add(Fault.serverError(500).chat(operator.hands().chatId()));
        anna.asks(Customer.words("seen later"));
        assertEquals("waiting", last(anna).getString("delivery"));
        assertTrue(page(anna).contains("being sent to our team"), page(anna));
        desk.telegram().faults().clear();
        Await.until("delivered", () -> last(anna).getString("delivery").equals("delivered"));
        assertFalse(page(anna).contains("being sent"), page(anna));
    }

    @Test
    void anAnswerThatArrivedIsMarkedOnTheOperatorsReply() {
        var boris = Customer.linked(desk, "Boris Reads");
        long reply = answer(boris, "arrives");
        boris.receives("arrives");
        Await.until(
                "a reaction", () -> desk.telegram().transcript(operator.hands().chatId()).stream()
                        .filter(message -> message.id() == reply)
                        .map(SandboxMessage::reaction)
                        .anyMatch("👌"::equals));
        assertEquals("delivered", last(boris).getString("delivery"));
        assertEquals(JsonValue.NULL, last(boris).get("delivery_failure"));
    }

    @Test
    void anAnswerForSomebodyWithoutTelegramIsHeld() {
        var clara = Customer.of(desk, "Clara Site");
        answer(clara, "only here");
        Await.until("the answer", () -> clara.threadTexts().contains("only here"));
        assertEquals("held", last(clara).getString("delivery"));
        assertTrue(page(clara).contains("Get answers in Telegram too."), page(clara));
    }

    @Test
    void anAnswerThatCannotArriveSaysWhy() {
        var david = Customer.linked(desk, "David Gone");
        david.telegram().deleteAccount();
        answer(david, "never arrives");
        Await.until("failed", () -> last(david).getString("delivery").equals("failed"));
        assertEquals("Forbidden: user is deactivated", last(david).getString("delivery_failure"));
        assertTrue(page(david).contains("Could not be sent to your Telegram: Forbidden"), page(david));
    }

    private long answer(Customer customer, String text) {
        var words = Customer.words("asks");
        customer.asks(words);
        return operator.reply(operator.sees(words), text);
    }

    private static JsonObject last(Customer customer) {
        var thread = customer.thread();
        return thread.get(thread.size() - 1);
    }

    private static String page(Customer customer) {
        return customer.browser().get("/support/").expect(200).html().text();
    }
}
