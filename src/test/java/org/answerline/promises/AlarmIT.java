package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import org.answerline.sandbox.Await;
import org.answerline.sandbox.telegram.Fault;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** While questions cannot reach the operator, whoever watches the desk and whoever asks can see it, and nothing is lost. */
@UsesDesk(SharedDesk.OPERATORS_GROUP)
class AlarmIT {

    private static final String ENGLISH = "We cannot reach our team at the moment";
    private static final String RUSSIAN = "Сейчас с нашей командой нет связи";

    private static Desk desk;

    private final Operator operator = new Operator(desk);

    @BeforeAll
    static void start() {
        desk = SharedDesk.OPERATORS_GROUP.desk();
    }

    @Test
    void theTokenIsRefused() {
        var anna = desk.signedIn("Anna");
        Await.until("no alarm", () -> health().getString("alarm").equals("none"));
        desk.telegram().faults().add(Fault.unauthorized());
        var question = Customer.words("Nobody lets it through");
        anna.submitFeedback("", question);
        Await.until("the alarm", () -> health().getString("alarm").equals("token-refused"));
        assertEquals("Unauthorized", health().getString("reason"));
        assertTrue(health().containsKey("since"));
        assertToldAfterAMinute(anna);
        desk.telegram().faults().clear();
        assertToldNoMore(anna, question);
        operator.sees("accepts the bot’s token again");
        assertEquals(1, operator.seen("accepts the bot’s token again").size());
    }

    @Test
    void theBotIsOutOfTheOperatorsGroup() {
        var boris = desk.signedIn("Boris");
        desk.telegram().adminGroup().removeBot();
        var question = Customer.words("Nobody is there");
        boris.submitFeedback("", question);
        Await.until("the alarm", () -> health().getString("alarm").equals("chat-closed"));
        assertTrue(health().getString("reason").contains("kicked"), health().toString());
        assertToldAfterAMinute(boris);
        desk.telegram().adminGroup().addBot();
        assertToldNoMore(boris, question);
    }

    private void assertToldAfterAMinute(Browser browser) {
        assertFalse(page(browser, "en").contains(ENGLISH), "a short fault is nobody's trouble");
        desk.database().sql("update delivery_alarms set since = since - interval '1 minute'");
        Await.until("the notice", () -> page(browser, "en").contains(ENGLISH));
        assertTrue(page(browser, "ru").contains(RUSSIAN));
        var sent = browser.follow(browser.ask("", "Asked all the same").expect(303));
        assertTrue(sent.expect(200).html().text().contains(ENGLISH), sent.body());
    }

    private void assertToldNoMore(Browser browser, String question) {
        operator.sees(question);
        operator.sees("Asked all the same");
        assertEquals(1, operator.seen(question).size());
        Await.until("the end of the notice", () -> !page(browser, "en").contains(ENGLISH));
        Await.until("the end of the alarm", () -> health().getString("alarm").equals("none"));
    }

    private static String page(Browser browser, String language) {
        return browser.send(browser.request("/support/")
                        .header("Accept-Language", language)
                        .GET())
                .expect(200)
                .html()
                .text();
    }

    /** What the owner reads; the node stays in its balancer all the while, and the public is told nothing. */
    private static JsonObject health() {
        var ready = desk.visitor().get("/health/ready").expect(200);
        assertEquals("UP", ready.json().getString("status"));
        assertFalse(ready.body().contains("alarm"), ready.body());
        return OwnerHealth.check(desk, "telegram").getJsonObject("data");
    }
}
