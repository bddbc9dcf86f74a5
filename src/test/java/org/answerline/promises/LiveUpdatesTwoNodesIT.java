package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.answerline.sandbox.Await;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** With two nodes it does not matter which of them a page with live updates is open on, nor where a sign-in comes back to. */
@Tag("payara-only")
class LiveUpdatesTwoNodesIT {

    private static OpenIdProvider provider;
    private static Desk desk;

    @BeforeAll
    static void start() {
        provider = new OpenIdProvider();
        desk = Desk.own(setup -> provider.serve(setup.nodes(2)));
    }

    @AfterAll
    static void stop() {
        if (desk != null) {
            desk.close();
        }
        provider.close();
    }

    @Test
    void aSignInBegunOnOneNodeEndsOnTheOtherAndOnlyOnce() {
        var browser = desk.visitor();
        var callback = cameBack(browser, "Clara Crosses");
        browser.goTo(node(1));
        browser.get(callback).expect(303);
        browser.get("/support/").expect(200);
        browser.goTo(node(0));
        browser.get("/support/").expect(200);
        browser.get(callback).expect(403);
    }

    @Test
    void anAnswerReachesThePageOnTheOtherNodeAndABreakGoesOnAnywhere() {
        var anna = Customer.of(desk, signedIn("Anna Elsewhere"));
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
        var browser = signedIn("Boris Leaves");
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

    private static Browser signedIn(String fullName) {
        var browser = desk.visitor();
        browser.get(cameBack(browser, fullName)).expect(303);
        return browser;
    }

    /** The path by which the provider leads back somebody who began at the first node. */
    private static String cameBack(Browser browser, String fullName) {
        var subject = UUID.randomUUID().toString();
        browser.knownAs(subject + "@example.org");
        var callback = provider.comeBack(
                browser, provider.leadTo(browser, "/support/"), subject, claims -> claims.add("email", browser.email())
                        .add("email_verified", true)
                        .add("name", fullName));
        return callback.getPath() + "?" + callback.getRawQuery();
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
