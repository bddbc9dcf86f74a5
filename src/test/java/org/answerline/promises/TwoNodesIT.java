package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.answerline.sandbox.Await;
import org.answerline.sandbox.telegram.Fault;
import org.answerline.sandbox.telegram.SandboxMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Two nodes on one database: any takes any request, and the loss of one costs nobody anything. */
@TestMethodOrder(OrderAnnotation.class)
@Tag("main-loop")
@Tag("payara-only")
@Order(1)
class TwoNodesIT {

    private static final long OPERATOR = 500;
    private static Desk desk;

    private final HttpClient telegram = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        desk = Desk.own(setup -> setup.nodes(2).setting("TELEGRAM_PACE_CHAT", "0"));
    }

    @AfterAll
    static void stop() {
        if (desk != null) {
            desk.close();
        }
    }

    @Test
    @Order(1)
    void whatWasAskedOnOneNodeIsReadOnTheOther() {
        var browser = desk.signedIn("Ada Asks");
        browser.ask("", "asked on the first").expect(303);
        browser.goTo(second());
        assertEquals(
                "asked on the first",
                browser.thread().getJsonArray("messages").getJsonObject(0).getString("text"));
        browser.ask("", "asked on the second").expect(303);
        browser.goTo(first());
        assertEquals(2, browser.thread().getJsonArray("messages").size());
        notice("asked on the second");
    }

    @Test
    @Order(1)
    void aFormOpenedOnOneNodeIsTakenByTheOther() {
        var browser = new Browser(first());
        var email = desk.account("Vera Visits");
        var form = browser.get("/account/sign-in/").expect(200);
        browser.goTo(second());
        var fields = new java.util.LinkedHashMap<>(
                form.form(Map.of("email", email, "password", Browser.PASSWORD)).fields());
        browser.post("/account/sign-in/", fields).expect(303);
        var page = browser.get("/support/").expect(200);
        browser.goTo(first());
        browser.post(
                        "/support/",
                        page.form(Map.of("message", "from here and there")).fields())
                .expect(303);
    }

    @Test
    @Order(2)
    void theSameUpdateAtTheSameInstantOnBothNodesCountsOnce() {
        var person = linked(7001, "Tess Twice");
        var before = desk.telegram().operator().write("nothing in particular");
        desk.telegram().awaitIdle(Await.PATIENCE);
        for (int round = 1; round <= 5; round++) {
            var text = "brought twice, round " + round;
            var update = update(9_000_000_000L + round, person, 100_000L + round, text);
            var answers = List.of(
                    post(first(), update), post(second(), update), post(first(), update), post(second(), update));
            answers.forEach(answer -> assertEquals(200, answer.join().statusCode()));
            notice(text);
        }
        assertTrue(before > 0);
        assertEquals(5, rows("select * from support_messages where text like 'brought twice%'"));
        assertEquals(5, notices("brought twice").size());
    }

    @Test
    @Order(3)
    void aChatKeepsItsOrderWhenBothNodesAcceptInTurn() {
        var browser = desk.signedIn("Otto Order");
        desk.telegram().faults().circuitBreaker(3, java.util.Map.of(Fault.serverError(500), 0.2));
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            browser.goTo(i % 2 == 0 ? first() : second());
            browser.submitFeedback("", "in turn " + i);
            asked.add("in turn " + i);
        }
        desk.telegram().faults().clear();
        notice("in turn 29");
        assertEquals(
                asked, notices("in turn").stream().map(TwoNodesIT::lastLine).toList());
    }

    @Test
    @Order(4)
    void aKilledNodeTakesNothingWithIt() {
        var browser = desk.signedIn("Kim Killed");
        desk.telegram().faults().add(Fault.hanging().chat(OPERATOR).times(1));
        browser.ask("", "in the hands of the one that dies").expect(303);
        browser.ask("", "behind it").expect(303);
        desk.server().kill();
        desk.leadWebhookTo(1);

        browser.goTo(second());
        browser.get("/support/").expect(200);
        browser.ask("", "asked after the loss").expect(303);
        assertEquals(3, browser.thread().getJsonArray("messages").size());

        notice("asked after the loss");
        assertEquals(1, notices("in the hands of the one that dies").size());
        assertEquals(1, notices("behind it").size());

        var reply = desk.telegram().operator().reply(notice("behind it").id(), "answered on the node that lives");
        assertTrue(reply > 0);
        desk.telegram().awaitIdle(Await.PATIENCE);
        assertEquals(4, browser.thread().getJsonArray("messages").size());
    }

    @Test
    @Order(5)
    void aNodeComesBackAndSharesSessionsAgain() {
        var browser = new Browser(second());
        browser.signUp("returner@example.org", "Rita Returns");
        desk.server().restart();
        browser.goTo(first());
        browser.ask("", "asked on the one that came back").expect(303);
        notice("asked on the one that came back");
        desk.server(1).kill();
        assertEquals(1, browser.thread().getJsonArray("messages").size());
        browser.ask("", "and again without the other").expect(303);
        notice("and again without the other");
    }

    private static URI first() {
        return desk.server(0).url();
    }

    private static URI second() {
        return desk.server(1).url();
    }

    private static SandboxMessage notice(String text) {
        return desk.telegram().awaitMessage(OPERATOR, message -> isNotice(message, text), Await.PATIENCE);
    }

    private static List<SandboxMessage> notices(String text) {
        return desk.telegram().transcript(OPERATOR).stream()
                .filter(message -> isNotice(message, text))
                .toList();
    }

    private static boolean isNotice(SandboxMessage message, String text) {
        return message.fromBot() && message.text().contains(text);
    }

    private static String lastLine(SandboxMessage message) {
        return message.text().substring(message.text().lastIndexOf('\n') + 1);
    }

    private static int rows(String query) {
        return desk.database().sql(query).size();
    }

    /** Somebody with an account who linked this private chat. */
    private static long linked(long chat, String name) {
        var link = desk.signedIn(name).thread().getString("telegram_binding_url");
        desk.telegram().person(chat, name, "en").pressStart(link.substring(link.indexOf("start=") + 6));
        desk.telegram()
                .awaitMessage(chat, message -> message.text().contains("linked to your account"), Await.PATIENCE);
        return chat;
    }

    private static String update(long id, long chat, long messageId, String text) {
        return """
                {"update_id":%d,"message":{"message_id":%d,"date":1,"chat":{"id":%d,"type":"private"},
                "from":{"id":%d,"is_bot":false,"first_name":"Tess"},"text":"%s"}}
                """
                .formatted(id, messageId, chat, chat, text);
    }

    private CompletableFuture<HttpResponse<String>> post(URI node, String update) {
        var request = HttpRequest.newBuilder(node.resolve("/telegram/support-webhook/"))
                .header("X-Telegram-Bot-Api-Secret-Token", desk.webhookSecret())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(update))
                .build();
        return telegram.sendAsync(request, BodyHandlers.ofString());
    }
}
