package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page in a real browser: at phone and desktop size, light and dark, in both languages, with scripts and without. axe finds
 * nothing, nothing moves or scrolls sideways, nobody else is asked for anything. The pictures are in target/screenshots.
 */
@EnabledIf("org.answerline.promises.Chromium#isHere")
class PagesInABrowserIT {

    private static Chromium chromium;
    private static Desk desk;

    @BeforeAll
    static void start() {
        desk = Desk.shared();
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    static Stream<Look> looks() {
        return Look.all();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void theWayOfANewcomer(Look look) {
        try (var reader = new Reader(chromium, desk.url(), look)) {
            reader.open("/support/");
            reader.look("sign-in");
            reader.page().click("main form button[type=submit]");
            reader.look("sign-in-errors");
            reader.open("/account/sign-up/");
            reader.look("sign-up");
            reader.page().click("main form button[type=submit]");
            reader.look("sign-up-errors");

            reader.signUp(UUID.randomUUID() + "@example.org", "Анна Смирнова");
            reader.look("support-empty");
            reader.page().click("main form button[type=submit]");
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
        }
    }

    @ParameterizedTest
    @MethodSource("looks")
    void whatIsNotThere(Look look) {
        try (var reader = new Reader(chromium, desk.url(), look)) {
            reader.open("/nowhere/");
            reader.look("not-found");
            reader.signUp(UUID.randomUUID() + "@example.org", "Ann Example");
            reader.page().fill("[name=message]", "Typed in a form that was lost");
            reader.loseTheForm();
            reader.page().click("main form button[type=submit]");
            assertTrue(reader.page().content().contains("Typed in a form that was lost"), "what was typed is kept");
            reader.look("lost-form");
        }
    }

    /** Without signing the first one out: the form lay open in a second tab. */
    @ParameterizedTest
    @MethodSource("looks")
    void somebodyElseSignsInInAnotherTab(Look look) {
        try (var reader = new Reader(chromium, desk.url(), look)) {
            var beside = reader.openSecondSignUp();
            reader.signUp(UUID.randomUUID() + "@example.org", "Анна Смирнова");
            reader.page().fill("[name=message]", "Typed by Anna");
            Reader.signUp(beside, UUID.randomUUID() + "@example.org", "Борис Котов");
            beside.fill("[name=message]", "Boris's own");
            beside.click("main form button[type=submit]");
            beside.waitForURL("**/support/sent/**");
            if (look.scripts()) {
                reader.page().locator("#live-other").waitFor();
                assertEquals("Typed by Anna", reader.page().inputValue("[name=message]"));
                reader.expectMoves();
                reader.look("somebody-else");
            }
            assertFalse(reader.page().content().contains("Boris's own"), "nothing of the other's is shown");
            reader.page().click("main form button[type=submit]");
            assertEquals("Typed by Anna", reader.page().inputValue("[name=message]"));
            assertTrue(reader.page().content().contains("Борис Котов"), "it says in whose name");
            reader.look("lost-form-of-another");
        }
    }

    @Test
    void pagesAreLightAndMayBeEnlarged() {
        try (var reader = new Reader(chromium, desk.url(), Look.USUAL)) {
            reader.signUp(UUID.randomUUID() + "@example.org", "Ann Example");
            reader.ask("A subject", "A question");
            for (String path : new String[] {"/support/", "/account/telegram/", "/account/sign-out/", "/nowhere/"}) {
                reader.open(path);
                reader.weigh(path);
                reader.enlarge(path);
            }
        }
    }

    /** From the first page to the success page without a mouse. */
    @Test
    void theKeyboardIsEnough() {
        try (var reader = new Reader(chromium, desk.url(), Look.PHONE)) {
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

    private static void tabTo(Reader reader, String field) {
        for (int i = 0; i < 40; i++) {
            if (field.equals(reader.page().evaluate("document.activeElement.name || ''"))) {
                return;
            }
            reader.page().keyboard().press("Tab");
        }
        throw new AssertionError("The keyboard does not reach " + field);
    }

    private static void tabToButton(Reader reader) {
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
