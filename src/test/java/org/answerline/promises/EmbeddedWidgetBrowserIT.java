package org.answerline.promises;

import static org.answerline.promises.WidgetLocators.card;
import static org.answerline.promises.WidgetLocators.field;
import static org.answerline.promises.WidgetLocators.isFocused;
import static org.answerline.promises.WidgetLocators.launcher;
import static org.answerline.promises.WidgetLocators.open;
import static org.answerline.promises.WidgetLocators.openShop;
import static org.answerline.promises.WidgetLocators.picture;
import static org.answerline.promises.WidgetLocators.send;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.answerline.sandbox.Await;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The widget as the owner of the page around it and a reader in a hurry see it. */
@EnabledIf("org.answerline.promises.Chromium#isHere")
@UsesDesk(together = SharedDesk.USUAL_TOGETHER)
class EmbeddedWidgetBrowserIT {
    private static final String SUBMIT = "**/api/feedback/submit/**";
    private static final String FAILED =
            """
            {"user": 1, "telegram_binding_url": null, "next": null, "messages": [{"id": 1, "subject": null, "text": "Lost words",
             "is_from_admin": false, "created_at": "2026-11-29T02:00:00Z", "source": "site", "delivery": "failed", "delivery_failure": null,
             "files": [{"id": "1", "name": "log.txt", "type": "text/plain", "size": 28672, "state": "ready", "url": "/support/"}]}]}
            """;

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static Desk desk;

    @BeforeAll
    static void start() {
        desk = SharedDesk.USUAL_TOGETHER.desk();
    }

    static Stream<PageVariant> looks() {
        return PageVariant.scripted();
    }

    @Test
    void theFocusStaysInTheTextAndTheNewestMessageInView() {
        try (var reader = new PageChecker(chromium, desk.url(), PageVariant.USUAL)) {
            reader.signIn(desk.account("Ann Example"));
            var page = openShop(reader);
            launcher(page).click();
            launcher(page).waitFor(PageChecker.HIDDEN);
            assertEquals(1, page.locator("answerline-support .close:visible").count(), "one button closes");
            for (int i = 1; i <= 8; i++) {
                var text = "Message " + i + "\nwith a second line";
                field(page).fill(text);
                send(page);
                message(page, "Message " + i + " with").waitFor();
                Await.until("the text is empty", () -> field(page).inputValue().isEmpty());
                assertEquals(true, isFocused(page, "textarea"), "the next message can be typed at once");
            }
            Await.until("in view", () -> isLastInView(page));
            page.locator("answerline-support input[type=file]").setInputFiles(picture());
            page.locator("answerline-support .chips li small").waitFor();
            Await.until("still in view above a taller form", () -> isLastInView(page));
            reader.lookAtWidget("widget-many");
            Await.until(
                    "nothing is said of what was delivered",
                    () -> page.locator("answerline-support .meta").allTextContents().stream()
                            .noneMatch(text -> text.contains("·")));
        }
    }

    @Test
    void anAnswerIsCountedOnTheClosedButtonAndAMessageWhoseReceiptWasLostIsSentOnce() {
        try (var reader = new PageChecker(chromium, desk.url(), PageVariant.USUAL)) {
            reader.signIn(desk.account("Ann Example"));
            var page = openShop(reader);
            open(page);
            var text = "Where is my parcel? " + UUID.randomUUID();
            field(page).fill(text);
            page.route(SUBMIT, route -> {
                route.fetch();
                route.abort();
            });
            send(page);
            page.locator("answerline-support .problem:not(:empty)").waitFor();
            page.unroute(SUBMIT);
            send(page);
            Await.until("the text is empty", () -> field(page).inputValue().isEmpty());
            message(page, text).first().waitFor();
            assertEquals(1, message(page, text).count());
            page.locator("answerline-support .close").click();

            var operator = new Operator(desk);
            operator.reply(operator.sees(text), "On its way: https://example.org/track");
            page.locator("answerline-support .badge:visible").waitFor();
            assertEquals("1", page.locator("answerline-support .badge").textContent());
            assertEquals("Support, 1 new answer", launcher(page).getAttribute("aria-label"));
            page.reload();
            page.locator("answerline-support .badge:visible").waitFor();
            launcher(page).click();
            assertEquals(
                    "https://example.org/track",
                    message(page, "On its way").locator("a").getAttribute("href"));
            page.locator("answerline-support .close").click();
            page.locator("answerline-support .badge").waitFor(PageChecker.HIDDEN);
            assertEquals(1, message(page, text).count());
        }
    }

    @Test
    void aMessageThatWasNotDeliveredSaysSoAndCanBeWrittenAgain() {
        try (var reader = new PageChecker(chromium, desk.url(), PageVariant.USUAL)) {
            reader.signIn(desk.account("Ann Example"));
            reader.page()
                    .route(
                            "**/api/feedback/threads/**",
                            route -> route.fulfill(new Route.FulfillOptions()
                                    .setContentType("application/json")
                                    .setBody(FAILED)));
            var page = openShop(reader);
            open(page);
            var failed = message(page, "Lost words");
            assertTrue(failed.locator(".meta").textContent().contains("not delivered to our team"));
            assertEquals("28 KB", failed.locator("small").textContent());
            failed.locator(".again").click();
            assertEquals("Lost words", field(page).inputValue());
            assertEquals(true, isFocused(page, "textarea"));
            reader.lookAtWidget("widget-failed");
        }
    }

    /** As a shop that carries the widget sees it: every console line that its owner would have to explain. */
    @ParameterizedTest
    @MethodSource("looks")
    void theShopItselfIsCalmAndItsConsoleEmptyWhenNobodyIsSignedIn(PageVariant look) {
        try (var reader = new PageChecker(chromium, desk.url(), look)) {
            var lines = new CopyOnWriteArrayList<String>();
            reader.page().onConsoleMessage(line -> lines.add(line.text()));
            var page = reader.open(look.language().equals("ru") ? "/widget/ru.html" : "/widget/");
            launcher(page).waitFor();
            reader.look("shop");
            open(page);
            card(page, "out").waitFor();
            page.evaluate("window.dispatchEvent(new Event('focus'))");
            reader.lookAtWidget("shop-signed-out");
            assertEquals(List.of(), lines);
        }
    }

    @Test
    void aSessionThatEndsIsNoErrorEither() {
        try (var reader = new PageChecker(chromium, desk.url(), PageVariant.USUAL)) {
            reader.signIn(desk.account("Ann Example"));
            var page = openShop(reader);
            open(page);
            field(page).waitFor();
            var lines = new CopyOnWriteArrayList<String>();
            page.onConsoleMessage(line -> lines.add(line.text()));
            var beside = reader.besides();
            beside.open("/support/");
            beside.page().click("header a[href='/account/sign-out/']");
            beside.send();
            card(page, "out").waitFor();
            assertEquals(List.of(), lines);
        }
    }

    @Test
    void withoutJavaScriptThereIsALink() {
        try (var reader = new PageChecker(chromium, desk.url(), PageVariant.USUAL.withoutScripts())) {
            var page = reader.open("/widget/");
            var link = page.locator("answerline-support a");
            assertEquals("/support/", link.getAttribute("href"));
            assertEquals(true, link.isVisible());
        }
    }

    /** localhost and 127.0.0.1 are two sites to a browser, and the desk does not name the second one. */
    @Test
    void onTheSiteOfSomebodyElseItLeadsToItsOwnAndNamesTheSetting() throws IOException {
        var shop = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        var origin = "http://127.0.0.1:" + shop.getAddress().getPort();
        shop.createContext("/", EmbeddedWidgetBrowserIT::serveShop);
        shop.start();
        try (var reader = new PageChecker(chromium, desk.url(), PageVariant.USUAL)) {
            var lines = new CopyOnWriteArrayList<String>();
            var page = reader.page();
            page.onConsoleMessage(line -> lines.add(line.text()));
            page.navigate(origin + "/");
            launcher(page).waitFor();
            open(page);
            var support = card(page, "elsewhere").locator(".primary");
            support.waitFor();
            assertEquals("Open support in a new tab", support.textContent());
            assertEquals(desk.url().resolve("/support/").toString(), support.getAttribute("href"));
            assertEquals("_blank", support.getAttribute("target"));
            assertEquals(1, lines.size(), lines.toString());
            assertTrue(lines.get(0).contains("Set SUPPORT_WIDGET_ORIGINS=" + origin), lines.toString());
        } finally {
            shop.stop(0);
        }
    }

    private static void serveShop(HttpExchange exchange) throws IOException {
        var html = "<!DOCTYPE html><html lang=en><title>Shop</title><link rel=icon href='data:,'><script src='"
                + desk.url().resolve("/widget/answerline.js")
                + "' defer></script><h1>Shop</h1><answerline-support></answerline-support>";
        var bytes = html.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private static Locator message(Page page, String text) {
        return page.locator("answerline-support .message", new Page.LocatorOptions().setHasText(text));
    }

    private static boolean isLastInView(Page page) {
        return Boolean.TRUE.equals(
                page.evaluate(
                        """
                () => {
                  const root = document.querySelector("answerline-support").shadowRoot;
                  const foot = root.querySelector(".foot").getBoundingClientRect();
                  const last = [...root.querySelectorAll(".message")].pop().getBoundingClientRect();
                  return last.bottom <= foot.top && last.top >= root.querySelector(".body").getBoundingClientRect().top;
                }
                """));
    }
}
