package org.answerline.promises;

import static org.answerline.promises.WidgetLocators.card;
import static org.answerline.promises.WidgetLocators.field;
import static org.answerline.promises.WidgetLocators.launcher;
import static org.answerline.promises.WidgetLocators.open;
import static org.answerline.promises.WidgetLocators.picture;
import static org.answerline.promises.WidgetLocators.send;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.answerline.sandbox.Await;
import org.answerline.sandbox.telegram.Participant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The widget on another site than the desk's, whose server vouches for its users, in a browser that blocks third-party cookies. */
@EnabledIf("org.answerline.promises.Chromium#isHere")
@UsesDesk(SharedDesk.OPTIONAL_FEATURES)
class SignedIdentityBrowserIT {
    @RegisterExtension
    static final Chromium chromium = new Chromium("--test-third-party-cookie-phaseout");

    private static Desk desk;
    private static URI deskUrl;

    private final Shop shop = new Shop(deskUrl);
    private final String ann = "Ann " + UUID.randomUUID();
    private final String bob = "Bob " + UUID.randomUUID();
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final List<String> cookies = new CopyOnWriteArrayList<>();
    private BrowserContext window;
    private Page page;

    @BeforeAll
    static void start() {
        desk = SharedDesk.OPTIONAL_FEATURES.desk();
        deskUrl = URI.create("http://127.0.0.1:" + desk.url().getPort());
    }

    @BeforeEach
    void openShop() {
        window = chromium.window(PageVariant.USUAL);
        window.setDefaultTimeout(Await.PATIENCE.toMillis());
        page = window.newPage();
        page.onConsoleMessage(line -> {
            if (line.type().equals("error")) {
                errors.add(line.text());
            }
        });
        page.onPageError(errors::add);
        page.onRequest(request -> {
            if (request.url().startsWith(deskUrl + "/api/") && request.headers().containsKey("cookie")) {
                cookies.add(request.url());
            }
        });
        shop.signIn(ann);
        page.navigate(Shop.ORIGIN + "/");
        launcher(page).waitFor();
        open(page);
        card(page, "empty").waitFor();
    }

    @AfterEach
    void closeShop() {
        assertEquals(List.of(), cookies, "a cookie was sent to the desk");
        assertEquals(List.of(), window.cookies(deskUrl.toString()), "the desk has set a cookie");
        window.close();
    }

    @Test
    void aUserOfAnotherSiteHasTheWholeConversation() {
        var words = Customer.words("Where is it?");
        page.locator("answerline-support input[type=file]").setInputFiles(picture());
        page.locator("answerline-support .chips li small").waitFor();
        assertPicture(page.locator("answerline-support .chips canvas"));
        ask(words);
        assertPicture(message(words).locator("canvas[role=img]"));
        var downloaded =
                page.waitForDownload(() -> message(words).locator("a.picture").click());
        assertEquals("parcel.png", downloaded.suggestedFilename());

        var operator = new Operator(desk);
        var notice = operator.sees(words);
        assertTrue(notice.text().contains("From: " + ann), notice.text());
        operator.reply(notice, "Answer to " + words);
        message("Answer to " + words).waitFor();

        var telegram = linkTelegram();
        operator.reply(notice, "Once more to " + words);
        message("Once more to " + words).waitFor();
        desk.telegram()
                .awaitMessage(
                        telegram.chatId(),
                        received -> received.text().contains("Once more to " + words),
                        Await.PATIENCE);

        page.reload();
        message(words).last().waitFor();
        assertEquals(List.of(), errors);
    }

    @Test
    void aTokenIsRenewedBeforeItEndsAndWhenItIsRefused() {
        shop.setLife(10);
        page.reload();
        card(page, "empty").waitFor();
        int before = shop.tokens();
        ask(Customer.words("With a token that is about to end"));
        assertTrue(shop.tokens() > before, "a new token for the request");
        assertEquals(List.of(), errors);

        shop.setLife(600);
        shop.setSecret("of no desk that is known to anybody 012345");
        page.reload();
        card(page, "lost").waitFor();
        shop.setSecret(SiteTokens.SECRET);
        WidgetLocators.tryAgain(page);
        ask(Customer.words("After a refused token"));
    }

    @Test
    void aFileThatIsTakenBackBeforeItsTokenHasComeIsNotUploaded() {
        shop.setLife(10);
        page.reload();
        card(page, "empty").waitFor();
        var uploads = new CopyOnWriteArrayList<String>();
        page.onRequest(request -> {
            if (request.url().contains("/api/feedback/files/")) {
                uploads.add(request.url());
            }
        });
        var tokens = new CopyOnWriteArrayList<Route>();
        page.route("**/token", tokens::add);
        page.locator("answerline-support input[type=file]").setInputFiles(picture());
        page.waitForCondition(() -> !tokens.isEmpty());
        page.locator("answerline-support .chips li button").click();
        page.locator("answerline-support .chips li").waitFor(PageChecker.HIDDEN);
        page.unroute("**/token");
        tokens.forEach(Route::resume);
        ask(Customer.words("Without the file"));
        assertEquals(List.of(), uploads);
    }

    @Test
    void anotherUserNeverSeesTheThreadOfTheFirst() {
        var words = Customer.words("For Ann only");
        ask(words);
        field(page).fill("Typed by Ann");
        shop.signIn(bob);
        var left = page.evaluate(
                """
                () => {
                  const support = document.querySelector("answerline-support");
                  support.identify(async () => (await fetch("/token")).text());
                  return support.shadowRoot.textContent;
                }
                """);
        assertEquals("", left, "at once, before anything is requested");
        card(page, "empty").waitFor();
        assertEquals(0, message(words).count());
        assertEquals("", field(page).inputValue());
        ask(Customer.words("From Bob"));
        var operator = new Operator(desk);
        operator.reply(operator.sees(words), "Answer for Ann only " + words);
        operator.sees("From Bob");
        ask(Customer.words("From Bob again"));
        assertEquals(0, message(words).count());

        shop.signIn(ann);
        page.evaluate(
                "token => document.querySelector('answerline-support').setAttribute('token', token)",
                SiteTokens.of(ann));
        message("Answer for Ann only").waitFor();
        assertEquals(0, message("From Bob").count());
        assertEquals("Typed by Ann", field(page).inputValue());
        page.evaluate(
                "() => { const s = document.querySelector('answerline-support'); s.identify(null); s.removeAttribute('token'); }");
        card(page, "elsewhere").waitFor();
        assertFalse(page.locator("answerline-support").textContent().contains(words));
        assertEquals(List.of(), errors);
    }

    private Participant linkTelegram() {
        var link = page.locator("answerline-support .telegram a");
        link.waitFor();
        var person = Customer.newTelegram(desk, "en");
        person.pressStart(link.getAttribute("href").replaceFirst(".*start=", ""));
        page.locator("answerline-support .telegram").waitFor(PageChecker.HIDDEN);
        return person;
    }

    private void ask(String text) {
        field(page).fill(text);
        send(page);
        message(text).waitFor();
        Await.until("the text is empty", () -> field(page).inputValue().isEmpty());
    }

    private Locator message(String text) {
        return page.locator("answerline-support .message", new Page.LocatorOptions().setHasText(text));
    }

    private static void assertPicture(Locator canvas) {
        Await.until("the picture is drawn", () -> canvas.evaluate("canvas => canvas.width")
                .equals(320));
    }
}
