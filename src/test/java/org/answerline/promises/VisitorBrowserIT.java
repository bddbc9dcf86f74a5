package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Typing first and signing in at Send, as somebody in a browser does it: on the page and in the widget. */
@UsesDesk(together = SharedDesk.USUAL_TOGETHER)
class VisitorBrowserIT {
    private static final FilePayload FILE =
            new FilePayload("note.txt", "text/plain", "a note".getBytes(StandardCharsets.UTF_8));

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static Desk desk;

    private enum Script {
        ON,
        OFF
    }

    @BeforeAll
    static void start() {
        desk = SharedDesk.USUAL_TOGETHER.desk();
    }

    @ParameterizedTest
    @EnumSource(Script.class)
    void thePageKeepsTheQuestionAndSendsItAfterSigningIn(Script script) {
        var look = new PageVariant(false, false, "en", script == Script.ON);
        try (var reader = new PageChecker(chromium, desk.url(), look)) {
            var email = desk.account("Ann");
            var text = Customer.words("Typed on the page");
            var page = reader.open("/support/");
            page.fill("[name=message]", text);
            page.setInputFiles("input[type=file]", FILE);
            reader.look("visitor-" + script.name().toLowerCase(java.util.Locale.ROOT));
            reader.send();
            page.waitForURL("**/account/sign-in/**");
            reader.look("visitor-sign-in");
            page.fill("[name=email]", email);
            page.fill("[name=password]", Browser.PASSWORD);
            reader.send();
            page.waitForURL("**/support/sent/**");
            page = reader.open("/support/");
            assertEquals("", page.inputValue("[name=message]"));
            assertEquals(1, page.locator(".message.is-question").count());
            assertTrue(page.content().contains("note.txt"));
        }
    }

    @Test
    void whatIsTypedSurvivesAReloadAndAnotherPage() {
        try (var reader = new PageChecker(chromium, desk.url(), PageVariant.USUAL)) {
            var page = reader.open("/support/");
            page.fill("[name=message]", "Typed, not sent");
            page.reload();
            assertEquals("Typed, not sent", page.inputValue("[name=message]"));
            reader.open("/account/sign-up/");
            page = reader.open("/support/");
            assertEquals("Typed, not sent", page.inputValue("[name=message]"));
            reader.signIn(desk.account("Ann"));
            assertEquals("Typed, not sent", reader.page().inputValue("[name=message]"));
            reader.page().fill("[name=message]", "Typed by Ann");
            reader.page().reload();
            assertEquals("Typed by Ann", reader.page().inputValue("[name=message]"));
            reader.open("/account/sign-out/");
            reader.send();
            reader.page().locator("h1:has-text('You are signed out')").waitFor();
            assertEquals("", reader.open("/support/").inputValue("[name=message]"), "whoever leaves leaves nothing");
            reader.signIn(desk.account("Bob"));
            assertEquals("", reader.page().inputValue("[name=message]"));
            reader.page().fill("[name=message]", "Typed by Bob");
            reader.send();
            reader.page().waitForURL("**/support/sent/**");
            assertEquals("", reader.open("/support/").inputValue("[name=message]"));
        }
    }

    @Test
    void theWidgetKeepsTheQuestionAndSendsItAfterSigningIn() {
        try (var reader = new PageChecker(chromium, desk.url(), PageVariant.USUAL)) {
            var email = desk.account("Ann");
            var page = openWidget(reader);
            page.locator("answerline-support .card[data-kind=out]").waitFor();
            page.locator("answerline-support textarea").fill("Typed in the widget");
            page.locator("answerline-support form .primary").click();
            page.waitForURL("**/account/sign-in/**");
            page.fill("[name=email]", email);
            page.fill("[name=password]", Browser.PASSWORD);
            reader.send();
            page.waitForURL("**/widget/**");
            page.locator("answerline-support .messages .message").waitFor();
            assertEquals("", page.locator("answerline-support textarea").inputValue());
            page.reload();
            page.locator("answerline-support .messages .message").waitFor();
            assertEquals(
                    1, page.locator("answerline-support .messages .message").count());
        }
    }

    private static Page openWidget(PageChecker reader) {
        var page = reader.open("/widget/");
        page.locator("answerline-support .launcher").waitFor();
        page.evaluate("document.querySelector('answerline-support').open()");
        page.locator("answerline-support .panel").waitFor();
        return page;
    }
}
