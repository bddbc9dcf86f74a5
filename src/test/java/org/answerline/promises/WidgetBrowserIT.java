package org.answerline.promises;

import static org.answerline.promises.WidgetLocators.banner;
import static org.answerline.promises.WidgetLocators.card;
import static org.answerline.promises.WidgetLocators.field;
import static org.answerline.promises.WidgetLocators.isFocused;
import static org.answerline.promises.WidgetLocators.launcher;
import static org.answerline.promises.WidgetLocators.open;
import static org.answerline.promises.WidgetLocators.openShop;
import static org.answerline.promises.WidgetLocators.picture;
import static org.answerline.promises.WidgetLocators.send;
import static org.answerline.promises.WidgetLocators.tryAgain;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.answerline.sandbox.Await;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state of the widget on a page whose own style is as rude as can be: axe finds nothing in the widget, in any look. */
@EnabledIf("org.answerline.promises.Chromium#isHere")
@UsesDesk(together = SharedDesk.USUAL_TOGETHER)
class WidgetBrowserIT {

    private static final String EVENTS = "**/api/feedback/events/**";
    private static final String SUBMIT = "**/api/feedback/submit/**";
    private static final String THREADS = "**/api/feedback/threads/**";

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

    @ParameterizedTest
    @MethodSource("looks")
    void inEachOfItsStates(PageVariant look) {
        try (var reader = new PageChecker(chromium, desk.url(), look)) {
            var page = openShop(reader);
            reader.lookAtWidget("widget-closed");
            open(page);
            page.locator("answerline-support .card").waitFor();
            reader.lookAtWidget("widget-signed-out");

            reader.signIn(desk.account("Анна Смирнова"));
            openShop(reader);
            open(page);
            page.locator("answerline-support form").waitFor();
            reader.lookAtWidget("widget-empty");
            send(page);
            page.locator("answerline-support textarea[aria-invalid=true]").waitFor();
            reader.lookAtWidget("widget-error");
            page.locator("answerline-support input[type=file]").setInputFiles(picture());
            // Its size is shown when it is uploaded; before that the widget does not send the message.
            page.locator("answerline-support .chips li small").waitFor();
            field(page).fill("Where is my parcel? 📦 שלום");
            reader.lookAtWidget("widget-file");
            send(page);
            page.locator("answerline-support .messages .message img").waitFor();
            reader.lookAtWidget("widget-thread");
        }
    }

    @Test
    void ofTooManyFilesThoseThatFitAreShownAndTheOthersAreNamed() {
        try (var reader = new PageChecker(chromium, desk.url(), PageVariant.USUAL)) {
            var page = openShop(reader);
            open(page);
            page.locator("answerline-support .card").waitFor();
            var chosen = IntStream.rangeClosed(1, 20)
                    .mapToObj(number -> new FilePayload(number + ".txt", "text/plain", new byte[] {'a'}))
                    .toArray(FilePayload[]::new);
            page.locator("answerline-support input[type=file]").setInputFiles(chosen);
            var problem = page.locator("answerline-support .problem:not(:empty)");
            problem.waitFor();
            int shown = page.locator("answerline-support .chips li:visible").count();
            var left = IntStream.rangeClosed(shown + 1, 20)
                    .mapToObj(number -> number + ".txt")
                    .collect(Collectors.joining(", "));
            assertEquals("You can attach up to " + shown + " files. Not attached: " + left, problem.textContent());
        }
    }

    @Test
    void faultsKeepWhatWasTyped() {
        try (var reader = new PageChecker(chromium, desk.url(), PageVariant.USUAL)) {
            reader.signIn(desk.account("Ann Example"));
            var page = openShop(reader);
            open(page);
            field(page).fill("Typed before the fault");
            page.route(SUBMIT, Route::abort);
            send(page);
            page.locator("answerline-support .problem:not(:empty)").waitFor();
            assertEquals("Typed before the fault", field(page).inputValue());
            reader.lookAtWidget("widget-offline");
            page.unroute(SUBMIT);
            openShop(reader);
            open(page);
            field(page).waitFor();
            assertEquals("Typed before the fault", field(page).inputValue(), "kept over a reload");
            send(page);
            page.locator("answerline-support .messages .message").waitFor();
        }
    }

    @ParameterizedTest
    @MethodSource("looks")
    void somebodyElseSignsInInAnotherTab(PageVariant look) {
        try (var reader = new PageChecker(chromium, desk.url(), look)) {
            var beside = reader.besides();
            beside.open("/account/sign-in/");
            var anna = desk.account("Анна Смирнова");
            reader.signIn(anna);
            var page = openShop(reader);
            open(page);
            field(page).fill("Typed by Anna");
            beside.signInHere(desk.account("Борис Котов"));
            card(page, "other").waitFor();
            reader.lookAtWidget("widget-somebody-else");
            card(page, "other").locator(".primary").click();
            field(page).waitFor();
            assertEquals("", field(page).inputValue(), "nothing of the other's is shown");
            beside.page().click("header a[href='/account/sign-out/']");
            beside.send();
            beside.signIn(anna);
            openShop(reader);
            open(page);
            field(page).waitFor();
            assertEquals("Typed by Anna", field(page).inputValue(), "it waited for its writer");
        }
    }

    @ParameterizedTest
    @MethodSource("looks")
    void withoutADeskOrANetworkItSaysSo(PageVariant look) {
        try (var reader = new PageChecker(chromium, desk.url(), look)) {
            reader.signIn(desk.account("Ann Example"));
            var page = reader.page();
            page.route(EVENTS, WidgetBrowserIT::away);
            page.route(THREADS, WidgetBrowserIT::away);
            openShop(reader);
            open(page);
            card(page, "lost").waitFor();
            reader.lookAtWidget("widget-lost");
            page.unroute(THREADS);
            tryAgain(page);
            field(page).waitFor();

            page.route(THREADS, WidgetBrowserIT::away);
            banner(page).waitFor();
            reader.lookAtWidget("widget-away");
            reader.goOffline(true);
            Await.until("another word", () -> banner(page).textContent().matches(".*(offline|Нет связи).*"));
            reader.lookAtWidget("widget-without-network");
            page.unroute(THREADS);
            reader.goOffline(false);
            banner(page).waitFor(PageChecker.HIDDEN);
        }
    }

    @Test
    void itShowsThatTheConversationIsClosedAndOpenAgain() {
        try (var reader = new PageChecker(chromium, desk.url(), PageVariant.USUAL)) {
            reader.signIn(desk.account("Ann Example"));
            var page = openShop(reader);
            open(page);
            var text = Customer.words("Is it closed?");
            field(page).fill(text);
            send(page);
            var operator = new Operator(desk);
            var notice = operator.sees(text);
            operator.reply(notice, "/close");
            banner(page).waitFor();
            assertEquals(
                    "We have closed this conversation. Your next message opens it again.",
                    banner(page).textContent());
            operator.reply(notice, "One thing more");
            banner(page).waitFor(PageChecker.HIDDEN);
        }
    }

    private static void away(Route route) {
        route.fulfill(new Route.FulfillOptions().setStatus(503));
    }

    @Test
    void theKeyboardIsEnough() {
        try (var reader = new PageChecker(chromium, desk.url(), PageVariant.USUAL)) {
            reader.signUp(UUID.randomUUID() + "@example.org", "Ann Example");
            var page = openShop(reader);
            // Before the conversation is loaded there is no form yet that could have the focus.
            card(page, "empty").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
            launcher(page).focus();
            page.keyboard().press("Enter");
            field(page).waitFor();
            page.keyboard().type("Only the keyboard");
            assertEquals("Only the keyboard", field(page).inputValue(), "the focus is in the form");
            for (int i = 0; i < 10 && !isFocused(page, ".primary"); i++) {
                page.keyboard().press("Tab");
            }
            page.keyboard().press("Enter");
            page.locator("answerline-support .messages .message").waitFor();
            page.keyboard().press("Escape");
            page.locator("answerline-support .panel").waitFor(PageChecker.HIDDEN);
            assertEquals(true, isFocused(page, ".launcher"), "the focus is back");
        }
    }
}
