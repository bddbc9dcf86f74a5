package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.answerline.sandbox.Await;
import org.answerline.sandbox.telegram.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An open page learns by itself what is new. */
@Tag("main-loop")
@UsesDesk(SharedDesk.USUAL)
class LiveUpdatesIT {

    private static final String EVENTS = "/api/feedback/events/";

    private final Desk desk = SharedDesk.USUAL.desk();
    private final Operator operator = new Operator(desk);

    @AfterEach
    void goodWeather() {
        desk.telegram().faults().clear();
    }

    @Test
    void anAnswerAppearsInTheShapeOfTheThread() {
        var anna = Customer.linked(desk, "Anna Live");
        try (var page = anna.browser().listen()) {
            var answer = answered(anna);
            page.awaitMessage(answer, "delivered");
            var thread = anna.thread();
            var messages = page.messages(answer);
            assertEquals(thread.get(thread.size() - 1), messages.get(messages.size() - 1));
        }
    }

    @Test
    void aQuestionsWayIsShownWhileItGoes() {
        var boris = Customer.of(desk, "Boris Live");
        try (var page = boris.browser().listen()) {
            desk.telegram()
                    .faults()
                    .add(Fault.serverError(500).chat(operator.hands().chatId()));
            var question = Customer.words("on its way");
            boris.asks(question);
            page.awaitMessage(question, "waiting");
            assertEquals(1, page.messages(question).size());
            desk.telegram().faults().clear();
            page.awaitMessage(question, "delivered");
        }
    }

    @Test
    void linkingAndUnlinkingIsSent() {
        var clara = Customer.of(desk, "Clara Live");
        try (var page = clara.browser().listen()) {
            assertFalse(page.events().get(0).data().getBoolean("linked"));
            clara.link();
            page.awaitTelegram(data -> data.getBoolean("linked"));
            try (var other = clara.browser().listen()) {
                assertTrue(other.events().get(0).data().getBoolean("linked"));
                clara.browser()
                        .submit("/account/telegram/unlink/", java.util.Map.of())
                        .expect(303);
                other.awaitTelegram(data -> !data.getBoolean("linked"));
            }
        }
    }

    @Test
    void movingToAnotherTelegramIsReported() {
        var cora = Customer.linked(desk, "Cora Live");
        var page = cora.browser().get("/account/telegram/another/").expect(200).html();
        var before = page.selectFirst("[data-linked-before]").attr("data-linked-before");
        try (var stream = cora.browser().listen()) {
            assertEquals(before, stream.events().get(0).data().getString("since"));
            Customer.newTelegram(desk, "en").pressStart(cora.tokenOn("/account/telegram/another/"));
            stream.awaitTelegram(data ->
                    data.getBoolean("linked") && !data.getString("since").equals(before));
        }
    }

    @Test
    void whatHappenedDuringABreakComesFirst() {
        var david = Customer.of(desk, "David Live");
        var page = david.browser().listen();
        var before = answered(david);
        page.awaitMessage(before, "held");
        var position = page.lastEventId();
        page.close();
        var missed = answered(david);
        Await.until("stored", () -> david.threadTexts().contains(missed));
        try (var again = david.browser().listen(position)) {
            again.awaitMessage(missed, "held");
        }
    }

    @Test
    void nothingFallsBetweenAPageAndItsStream() {
        var dora = Customer.of(desk, "Dora Live");
        var page = dora.browser().get("/support/").expect(200).html();
        var position = page.selectFirst("#live").attr("data-position");
        var between = answered(dora);
        Await.until("stored", () -> dora.threadTexts().contains(between));
        try (var stream = dora.browser().listen(position)) {
            stream.awaitMessage(between, "held");
        }
        assertEquals(1, page.select("template#message-pattern").size());
        assertEquals(
                0,
                dora.browser()
                        .get("/support/?before=999999")
                        .expect(200)
                        .html()
                        .select("#live")
                        .size());
    }

    @Test
    void withoutAPositionOnlyWhatIsNewComes() {
        var erik = Customer.of(desk, "Erik Live");
        var old = answered(erik);
        Await.until("stored", () -> erik.threadTexts().contains(old));
        try (var page = erik.browser().listen()) {
            var fresh = answered(erik);
            page.awaitMessage(fresh, "held");
            assertEquals(0, page.messages(old).size());
        }
    }

    @Test
    void aStreamContainsOnlyTheUsersOwnMessages() {
        var fred = Customer.of(desk, "Fred Live");
        var greta = Customer.of(desk, "Greta Live");
        try (var page = greta.browser().listen("1")) {
            var secret = answered(fred);
            Await.until("stored", () -> fred.threadTexts().contains(secret));
            var own = answered(greta);
            page.awaitMessage(own, "held");
            assertEquals(0, page.messages(secret).size());
            assertTrue(page.events().stream()
                    .allMatch(event -> !event.data().toString().contains(secret)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {EVENTS, "/api/feedback/events"})
    void nobodyIsToldToSignIn(String path) {
        var answer = desk.visitor().get(path).expect(401);
        assertEquals(401, answer.json().getInt("status"));
        assertTrue(answer.headers().firstValue("Content-Type").orElseThrow().startsWith("application/problem+json"));
    }

    @Test
    void signingOutEndsTheStreamsOfThatSessionOnly() {
        var hugo = Customer.of(desk, "Hugo Live");
        var phone = desk.visitor();
        phone.signIn(hugo.browser().email());
        try (var here = hugo.browser().listen();
                var there = phone.listen()) {
            hugo.browser().submit("/account/sign-out/", java.util.Map.of()).expect(303);
            Await.until("the end", here::isOver);
            phone.submitFeedback("", "still here");
            there.awaitMessage("still here", "delivered");
        }
    }

    @Test
    void theNinthPageEndsTheFirst() {
        var ivan = Customer.of(desk, "Ivan Live");
        var first = ivan.browser().listen();
        for (int page = 2; page <= 8; page++) {
            ivan.browser().listen();
        }
        assertFalse(first.isOver());
        var ninth = ivan.browser().listen();
        Await.until("the end of the first", first::isOver);
        ivan.asks("to the ninth");
        ninth.awaitMessage("to the ninth", "delivered");
    }

    @Test
    void aQuietStreamShowsThatItLives() {
        try (var page = desk.signedIn("Jana Quiet").listen()) {
            Await.until("a heartbeat", page::isAlive);
        }
    }

    private String answered(Customer customer) {
        var words = Customer.words("asks");
        var answer = Customer.words("answer");
        customer.asks(words);
        operator.reply(operator.sees(words), answer);
        return answer;
    }
}
