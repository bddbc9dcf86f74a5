package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Route;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.answerline.sandbox.Await;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page in a real browser: at phone and desktop size, light and dark, in both languages, with scripts and without. axe finds
 * nothing, nothing moves or scrolls sideways, nobody else is asked for anything. With -Dscreenshots each leaves a picture in target/screenshots.
 */
@EnabledIf("org.answerline.promises.Chromium#isHere")
@UsesDesk(together = SharedDesk.USUAL_TOGETHER)
@Order(1)
class PagesBrowserIT {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static Desk desk;

    @BeforeAll
    static void start() {
        desk = SharedDesk.USUAL_TOGETHER.desk();
    }

    static Stream<PageVariant> looks() {
        return PageVariant.all();
    }

    /** For what takes long to show. */
    static Stream<PageVariant> extremes() {
        return Stream.of(PageVariant.USUAL, PageVariant.PHONE);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void theWayOfANewcomer(PageVariant look) {
        try (var reader = new PageChecker(chromium, desk.url(), look)) {
            reader.open("/support/");
            reader.look("sign-in");
            reader.send();
            reader.look("sign-in-errors");
            reader.open("/account/sign-up/");
            reader.look("sign-up");
            reader.send();
            reader.look("sign-up-errors");

            reader.signUp(UUID.randomUUID() + "@example.org", "Анна Смирнова");
            reader.look("support-empty");
            reader.send();
            reader.look("support-errors");
            reader.ask("Доставка 📦", "Where is my parcel?\nשלום, איפה החבילה שלי?\nОна должна была прийти вчера 🙂");
            reader.page().waitForURL("**/support/sent/**");
            reader.look("sent");
            reader.open("/support/");
            reader.look("support-thread");
            reader.open("/account/telegram/");
            reader.look("telegram");
            for (String place :
                    List.of("account", "account/data", "account/data/erase", "account/password", "account/sign-out")) {
                reader.open("/" + place + "/");
                reader.look(place.replace('/', '-'));
            }
            link(reader);
            reader.open("/account/data/erase/");
            reader.page().fill("[name=password]", Browser.PASSWORD);
            reader.send();
            reader.look("account-data-erased");
        }
    }

    /** Presses START in Telegram, and once more in another; the page that asked for it notices by itself. */
    private static void link(PageChecker reader) {
        var page = reader.open("/account/telegram/");
        for (String place : List.of("telegram", "telegram/another")) {
            reader.open("/account/" + place + "/");
            reader.look("account-" + place.replace('/', '-') + "-asked");
            Customer.newTelegram(desk, "ru")
                    .pressStart(page.textContent("#telegram-command").replaceFirst("^/start ", ""));
            if (reader.look().scripts()) {
                page.locator(".linked:visible").waitFor();
                assertFalse(page.isVisible("#telegram-command"));
                reader.expectMoves();
                reader.look("account-" + place.replace('/', '-') + "-done");
            } else {
                Await.until("linked", () -> reader.open("/account/telegram/")
                        .isVisible("a[href='/account/telegram/another/']"));
            }
        }
        reader.open("/account/telegram/unlink/");
        reader.look("account-telegram-unlink");
    }

    /** A break of a few seconds is nobody's business, a longer one is said; so is a session that is over. */
    @ParameterizedTest
    @MethodSource("extremes")
    void whatKeepsAPageFromGoingOnIsSaid(PageVariant look) {
        try (var reader = new PageChecker(chromium, desk.url(), look)) {
            reader.signIn(desk.account("Ann Example"));
            reader.page().route("**/api/feedback/events/**", Route::abort);
            reader.open("/support/");
            reader.page().locator("#live-offline").waitFor();
            reader.expectMoves();
            reader.look("live-offline");
            reader.loseTheForm();
            reader.page().unroute("**/api/feedback/events/**");
            reader.page().locator("#live-signed-out").waitFor();
            assertFalse(reader.page().isVisible("#live-offline"));
            reader.expectMoves();
            reader.look("live-signed-out");
        }
    }

    @ParameterizedTest
    @MethodSource("looks")
    void whatIsNotThere(PageVariant look) {
        try (var reader = new PageChecker(chromium, desk.url(), look)) {
            reader.open("/nowhere/");
            reader.look("not-found");
            reader.signIn(desk.account("Ann Example"));
            reader.page().fill("[name=message]", "Typed in a form that was lost");
            reader.loseTheForm();
            reader.send();
            assertTrue(reader.page().content().contains("Typed in a form that was lost"), "what was typed is kept");
            reader.look("lost-form");
        }
    }

    /** Without signing the first one out: the form lay open in a second tab. */
    @ParameterizedTest
    @MethodSource("looks")
    void somebodyElseSignsInInAnotherTab(PageVariant look) {
        try (var reader = new PageChecker(chromium, desk.url(), look)) {
            var beside = reader.besides();
            beside.open("/account/sign-in/");
            reader.signIn(desk.account("Анна Смирнова"));
            reader.page().fill("[name=message]", "Typed by Anna");
            beside.signInHere(desk.account("Борис Котов"));
            beside.ask("", "Boris's own");
            beside.page().waitForURL("**/support/sent/**");
            if (look.scripts()) {
                reader.page().locator("#live-other").waitFor();
                assertEquals("Typed by Anna", reader.page().inputValue("[name=message]"));
                reader.expectMoves();
                reader.look("somebody-else");
            }
            assertFalse(reader.page().content().contains("Boris's own"), "nothing of the other's is shown");
            reader.send();
            assertEquals("Typed by Anna", reader.page().inputValue("[name=message]"));
            assertTrue(reader.page().content().contains("Борис Котов"), "it says in whose name");
            reader.look("lost-form-of-another");
        }
    }

    /** A page that the site renders counts as seen, so that no e-mail is sent about the answers on it. */
    @Test
    void aHiddenPageIsNotRenderedAgainWhenItsConversationIsClosed() {
        try (var reader = new PageChecker(chromium, desk.url(), PageVariant.USUAL)) {
            reader.signIn(desk.account("Ann Example"));
            var words = Customer.words("Is it closed?");
            reader.ask("", words);
            var page = reader.open("/support/");
            page.evaluate(
                    """
                    () => {
                      let isHidden = true;
                      Object.defineProperty(document, "hidden", { get: () => isHidden });
                      Object.defineProperty(document, "visibilityState", { get: () => isHidden ? "hidden" : "visible" });
                      window.comeBack = () => { isHidden = false; document.dispatchEvent(new Event("visibilitychange")); };
                      const ask = window.fetch;
                      window.asked = [];
                      window.fetch = (...request) => { window.asked.push(request[0]); return ask(...request); };
                      window.states = [];
                      document.addEventListener("live:state", (event) => window.states.push(event.detail.state));
                    }
                    """);
            var operator = new Operator(desk);
            var notice = operator.sees(words);
            operator.reply(notice, "The answer to " + words);
            operator.reply(notice, "/close");
            page.waitForFunction("() => window.states.includes('closed')");
            assertEquals(List.of(), page.evaluate("window.asked"));
            page.evaluate("window.comeBack()");
            page.locator("#closed").waitFor();
        }
    }

    @Test
    void pagesMayBeEnlarged() {
        try (var reader = new PageChecker(chromium, desk.url(), PageVariant.USUAL)) {
            reader.signIn(desk.account("Ann Example"));
            reader.ask("A subject", "A question");
            for (String path : new String[] {"/support/", "/account/telegram/", "/account/sign-out/", "/nowhere/"}) {
                reader.open(path);
                reader.enlarge(path);
            }
        }
    }

    /** From the first page to the success page without a mouse. */
    @Test
    void theKeyboardIsEnough() {
        try (var reader = new PageChecker(chromium, desk.url(), PageVariant.PHONE)) {
            var page = reader.open("/account/sign-up/");
            page.keyboard().press("Tab");
            assertEquals(
                    "#content", page.evaluate("document.activeElement.getAttribute('href')"), "the way past the top");
            page.keyboard().press("Enter");
            tabTo(reader, "full_name");
            page.keyboard().type("Keyboard User");
            tabTo(reader, "email");
            page.keyboard().type(UUID.randomUUID() + "@example.org");
            tabTo(reader, "password");
            page.keyboard().type(Browser.PASSWORD);
            page.keyboard().press("Enter");
            page.waitForURL("**/support/**");

            tabTo(reader, "subject");
            page.keyboard().press("Tab");
            tabToButton(reader);
            page.keyboard().press("Enter");
            page.waitForSelector(".summary");
            assertEquals(true, page.evaluate("document.activeElement.matches('.summary, .summary *, body')"));
            tabTo(reader, "message");
            page.keyboard().type("Only the keyboard was used.");
            tabToButton(reader);
            page.keyboard().press("Enter");
            page.waitForURL("**/support/sent/**");
            reader.look("sent-by-keyboard");
        }
    }

    private static void tabTo(PageChecker reader, String field) {
        for (int i = 0; i < 40; i++) {
            if (field.equals(reader.page().evaluate("document.activeElement.name || ''"))) {
                return;
            }
            reader.page().keyboard().press("Tab");
        }
        throw new AssertionError("The keyboard does not reach " + field);
    }

    private static void tabToButton(PageChecker reader) {
        for (int i = 0; i < 40; i++) {
            if (Boolean.TRUE.equals(
                    reader.page().evaluate("document.activeElement.matches('main form button[type=submit]')"))) {
                assertTrue(Boolean.TRUE.equals(
                        reader.page().evaluate("getComputedStyle(document.activeElement).outlineStyle !== 'none'")));
                return;
            }
            reader.page().keyboard().press("Tab");
        }
        throw new AssertionError("The keyboard does not reach the button");
    }
}
