package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Live updates with two nodes: it does not matter which of them a page is open on. */
@Tag("payara-only")
class LiveOnTwoNodesIT {

    private static Desk desk;

    @BeforeAll
    static void start() {
        desk = Desk.own(setup -> setup.nodes(2));
    }

    @AfterAll
    static void stop() {
        if (desk != null) {
            desk.close();
        }
    }

    @Test
    void anAnswerReachesThePageOnTheOtherNodeAndABreakGoesOnAnywhere() {
        var anna = Customer.of(desk, "Anna Elsewhere");
        var browser = anna.browser();
        browser.goTo(node(1));
        var page = browser.listen();
        page.awaitMessage(answered(anna), "held");
        var position = page.lastEventId();
        page.close();

        var missed = answered(anna);
        Await.until("stored", () -> anna.threadTexts().contains(missed));
        browser.goTo(node(0));
        try (var again = browser.listen(position)) {
            again.awaitMessage(missed, "held");
            anna.link();
            again.awaitTelegram(data -> data.getBoolean("linked"));
            again.awaitMessage(missed, "delivered");
        }
    }

    @Test
    void signingOutOnOneNodeEndsThePageOnTheOtherAndHoldsOnBoth() {
        var browser = desk.signedIn("Boris Leaves");
        browser.goTo(node(1));
        var page = browser.listen();
        browser.goTo(node(0));
        var cookies = browser.cookies().getCookieStore();
        var stolen = cookies.getCookies();
        browser.submit("/account/sign-out/", Map.of()).expect(303);
        Await.until("the end", page::isOver);

        var thief = desk.visitor();
        for (URI node : new URI[] {node(1), node(0), node(1)}) {
            thief.goTo(node);
            stolen.forEach(cookie -> thief.cookies().getCookieStore().add(node, cookie));
            assertEquals(401, thief.get("/api/feedback/threads/").status());
        }
    }

    private static String answered(Customer customer) {
        var operator = new Operator(desk);
        var words = Customer.words("asks");
        var answer = Customer.words("answer");
        customer.asks(words);
        operator.reply(operator.sees(words), answer);
        return answer;
    }

    private static URI node(int number) {
        return desk.server(number).url();
    }
}
