package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.answerline.sandbox.Await;
import org.answerline.sandbox.telegram.Fault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The owner's Prometheus sees what the desk does, nobody else does, and what people write is in no log. */
@UsesDesk(together = SharedDesk.USUAL_TOGETHER)
class MetricsIT {
    private static final String PASSWORD = "owner-password-2";
    private static Desk desk;

    @BeforeAll
    static void start() {
        desk = Desk.own(setup -> setup.setting("SUPPORT_OWNER_PASSWORD", PASSWORD));
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @Test
    void aDialogueIsCountedAndLeavesNoWordInTheLog() {
        var ann = Customer.linked(desk, "Annabel Marked");
        var question = Customer.words("zebra-question");
        ann.asks(question);
        var operator = new Operator(desk);
        desk.telegram()
                .faults()
                .add(Fault.tooManyRequests(1).times(1).method("sendMessage").chat(ann.chatId()));
        operator.reply(operator.sees(question), "giraffe-answer");
        ann.receives("giraffe-answer");
        desk.visitor()
                .post("/telegram/support-webhook/", "application/json", "{}")
                .expect(403);
        desk.visitor().signIn(ann.browser().email());
        var again = Map.of("email", ann.browser().email(), "full_name", "x", "password", Browser.PASSWORD);
        desk.visitor().submit("/account/sign-up/", again).expect(422);
        Await.until("it is counted", () -> scrape().contains(
                        "answerline_delivery_latency_seconds_count{purpose=\"ANSWER\"} 1"));
        Await.until("the outbox is looked at", () -> scrape().contains("answerline_outbox_waiting 0.0"));
        assertCounted(scrape());
        assertNamesNobody(scrape(), ann);
        assertSilent(ann, question);
    }

    @Test
    void onlyTheOwnerSeesThem() {
        desk.visitor().get("/owner/metrics").expect(401);
        assertEquals(401, answer("wrong").status());
        assertEquals(200, answer(PASSWORD).status());
        SharedDesk.USUAL_TOGETHER.desk().visitor().get("/owner/metrics").expect(404);
    }

    private static void assertCounted(String text) {
        assertTrue(text.contains("answerline_messages_total{from=\"USER\",source=\"SITE\"} 1.0"), text);
        assertTrue(text.contains("answerline_messages_total{from=\"OPERATOR\",source=\"TELEGRAM\"} 1.0"), text);
        assertTrue(text.contains("answerline_telegram_failures_total{reason=\"TooManyRequests\"} 1.0"), text);
        assertTrue(text.contains("answerline_webhook_seconds_count{status=\"403\"} 1"), text);
        assertTrue(text.contains("answerline_webhook_seconds_count{status=\"200\"}"), text);
        assertTrue(text.contains("answerline_streams 0.0"), text);
        assertTrue(text.contains("answerline_outbox_oldest_seconds 0.0"), text);
    }

    private static void assertNamesNobody(String text, Customer ann) {
        for (var name :
                new String[] {"Annabel", ann.browser().email(), Long.toString(ann.chatId()), "zebra", "giraffe"}) {
            assertFalse(text.contains(name), "in the numbers: " + name);
        }
    }

    private static void assertSilent(Customer ann, String question) {
        var log = desk.server().log();
        assertTrue(log.contains("Telegram asks to wait"), "the log is another one");
        for (var secret : new String[] {
            question,
            "giraffe-answer",
            "Annabel Marked",
            ann.browser().email(),
            Browser.PASSWORD,
            PASSWORD,
            desk.telegram().token(),
            desk.webhookSecret()
        }) {
            assertFalse(log.contains(secret), "in the log: " + secret);
        }
    }

    private static String scrape() {
        return answer(PASSWORD).expect(200).body();
    }

    private static Page answer(String password) {
        var visitor = desk.visitor();
        var pair = ("owner:" + password).getBytes(StandardCharsets.UTF_8);
        return visitor.send(visitor.request("/owner/metrics")
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair)));
    }
}
