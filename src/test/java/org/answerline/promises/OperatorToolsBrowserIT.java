package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.answerline.sandbox.Await;
import org.answerline.sandbox.telegram.Media;
import org.answerline.sandbox.telegram.SandboxMessage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What users see of the operators' tools: cards, the rating of a closed conversation, and the form of a blocked user. */
@EnabledIf("org.answerline.promises.Chromium#isHere")
@UsesDesk(together = SharedDesk.OPERATORS_GROUP)
class OperatorToolsBrowserIT {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static final String THREADS = "**/api/feedback/threads/**";

    private static final String LIST = "document.querySelector('answerline-support').shadowRoot.querySelector('.body')";

    private static Desk desk;

    private final Operator operator = new Operator(desk);

    @BeforeAll
    static void start() {
        desk = SharedDesk.OPERATORS_GROUP.desk();
    }

    static Stream<PageVariant> looks() {
        return PageVariant.all();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void cardsTheRatingAndTheFormOfABlockedUser(PageVariant look) {
        try (var reader = new PageChecker(chromium, desk.url(), look)) {
            String email = desk.account("Анна Смирнова");
            reader.signIn(email);
            var words = Customer.words("Where are you?");
            var anna = desk.visitor();
            anna.signIn(email);
            anna.submitFeedback("", words);
            SandboxMessage notice = operator.sees(words);
            operator.reply(notice, Media.location(55.75, 37.61));
            operator.reply(notice, Media.contact("+7 495 000-00-00", "Ольга"));
            operator.reply(notice, Media.poll("regular", "Which day?", "Today", "Tomorrow"));
            Await.until(
                    "three cards", () -> anna.thread().getJsonArray("messages").size() == 4);
            reader.open("/support/");
            reader.look("support-cards");

            long closed = operator.reply(notice, "/close");
            Await.until("closed", () -> operator.reactionOn(closed).equals("👍"));
            reader.open("/support/");
            reader.look("support-rating");
            reader.page().locator("form.rating button").nth(3).click();
            reader.page().locator("#rated").waitFor();
            reader.look("support-rated");

            operator.toldOn(operator.reply(notice, "/block 7d"));
            reader.open("/support/");
            reader.look("support-blocked");
            reader.page().fill("#message", "My text");
            reader.page().locator(".question button[type=submit]").last().click();
            reader.page().locator("#errors").waitFor();
            reader.look("support-refused");
            assertEquals("My text", reader.page().inputValue("#message"));
            if (look.scripts()) {
                widget(reader);
            }
        }
    }

    static Stream<PageVariant> scriptedLooks() {
        return looks().filter(PageVariant::scripts);
    }

    @ParameterizedTest
    @MethodSource("scriptedLooks")
    void theWidgetAsksForARatingWhileItIsOpen(PageVariant look) {
        try (var reader = new PageChecker(chromium, desk.url(), look)) {
            String email = desk.account("Борис Петров");
            reader.signIn(email);
            var words = Customer.words("How long?");
            var boris = desk.visitor();
            boris.signIn(email);
            boris.submitFeedback("", words);
            SandboxMessage notice = operator.sees(words);
            var page = WidgetLocators.openShop(reader);
            WidgetLocators.open(page);
            var rating = page.locator("answerline-support fieldset");
            assertTrue(rating.isHidden());

            operator.reply(notice, "/close");
            rating.waitFor();
            assertEquals(5, rating.locator("button").count());
            reader.lookAtWidget("widget-rating");
            var window = page.viewportSize();
            page.setViewportSize(window.width, 560);
            assertTrue(
                    PageChecker.isInView(page.locator("answerline-support .foot .primary")), "Send needs no scrolling");
            reader.lookAtWidget("widget-rating-low");
            page.setViewportSize(window.width, window.height);
            var fourth = rating.locator("button").nth(3);
            assertTrue(fourth.getAttribute("aria-label").matches("4 (of|из) 5"), fourth.getAttribute("aria-label"));
            fourth.focus();
            page.keyboard().press("Enter");
            page.locator("answerline-support fieldset:not(:has(button))").waitFor();
            assertTrue(rating.textContent().matches(".*4 (of|из) 5.*"), rating.textContent());
            assertTrue(WidgetLocators.isFocused(page, "textarea"));
            reader.lookAtWidget("widget-rated");
            assertEquals(4, boris.thread().getJsonObject("rating").getInt("score"));

            var again = Customer.words("One more thing");
            boris.submitFeedback("", again);
            operator.sees(again);
            rating.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        }
    }

    /** What happens while the conversation is being read is newer than what is read then, and no event says it again. */
    @Test
    void whatHappensWhileTheWidgetReadsTheConversationIsNotLost() {
        try (var reader = new PageChecker(chromium, desk.url(), PageVariant.USUAL)) {
            String email = desk.account("Борис Петров");
            reader.signIn(email);
            var words = Customer.words("Is it read twice?");
            var boris = desk.visitor();
            boris.signIn(email);
            boris.submitFeedback("", words);
            SandboxMessage notice = operator.sees(words);
            var beside = reader.besides();
            beside.open("/support/");

            var readings = new AtomicInteger();
            var late = new AtomicReference<Runnable>();
            reader.page().route(THREADS, route -> {
                // The first one opens the stream; the second one follows when the stream is open.
                if (readings.incrementAndGet() != 2) {
                    route.resume();
                    return;
                }
                var before = route.fetch();
                late.set(() -> route.fulfill(new Route.FulfillOptions().setResponse(before)));
            });
            var page = WidgetLocators.openShop(reader);
            WidgetLocators.open(page);
            page.waitForCondition(() -> late.get() != null);
            operator.reply(notice, "/close");
            // The desk tells the stream of the older page last.
            beside.page().locator("form.rating").waitFor();
            late.get().run();
            page.locator("answerline-support fieldset").waitFor();
            WidgetLocators.banner(page).waitFor();
        }
    }

    /** What appears around the list takes its room; who was at its end stays there, and who reads above is not moved. */
    @ParameterizedTest
    @MethodSource("scriptedLooks")
    void theNewestMessageStaysInViewWhenTheListShrinks(PageVariant look) {
        try (var reader = new PageChecker(chromium, desk.url(), look)) {
            SandboxMessage notice = longConversation(reader);
            var page = WidgetLocators.openShop(reader);
            WidgetLocators.open(page);
            var last = page.locator("answerline-support .message").last();
            Await.until("at the end", () -> PageChecker.isInView(last));
            operator.reply(notice, "/close");
            page.locator("answerline-support fieldset").waitFor();
            Await.until("at the end above the rating", () -> PageChecker.isInView(last));
            reader.lookAtWidget("widget-rating-below-many");

            scrollALittleWhileAProblemAppears(page);
            Await.until("at the end above the problem", () -> isAtEnd(page));
            page.setViewportSize(look.phone() ? 390 : 1280, 560);
            Await.until("at the end above a keyboard", () -> isAtEnd(page));
            reader.lookAtWidget("widget-rating-above-a-keyboard");

            scrollUp(page);
            operator.reply(notice, "One thing more");
            page.locator("answerline-support .fresh:visible").waitFor();
            page.locator("answerline-support fieldset").waitFor(PageChecker.HIDDEN);
            assertEquals(0, page.evaluate("() => " + LIST + ".scrollTop"), "who reads above is not moved");
            page.locator("answerline-support .fresh").click();
            Await.until("at the end again", () -> PageChecker.isInView(last));
        }
    }

    @ParameterizedTest
    @MethodSource("scriptedLooks")
    void theNewestMessageStaysInViewOnThePageToo(PageVariant look) {
        try (var reader = new PageChecker(chromium, desk.url(), look)) {
            SandboxMessage notice = longConversation(reader);
            var page = reader.open("/support/");
            var last = page.locator("article.is-question").last();
            Await.until("at the end", () -> PageChecker.isInView(last));
            reader.expectMoves();
            operator.reply(notice, "/close");
            page.locator("form.rating").waitFor();
            Await.until("at the end above the rating", () -> PageChecker.isInView(last));
            reader.expectMoves();
            reader.look("support-rating-below-many");
        }
    }

    /** Of the reader's, who signs in, higher than any list; the notice of its last message. */
    private SandboxMessage longConversation(PageChecker reader) {
        String email = desk.account("Вера Иванова");
        reader.signIn(email);
        var vera = desk.visitor();
        vera.signIn(email);
        for (int i = 1; i < 6; i++) {
            vera.submitFeedback("", "Message " + i + "\nwith\nfour\nlines");
        }
        var words = Customer.words("The last one");
        vera.submitFeedback("", words);
        return operator.sees(words);
    }

    /** In one frame: the text below the list, and the scrolling of which the browser tells the page before anything is painted. */
    private static void scrollALittleWhileAProblemAppears(Page page) {
        page.evaluate("() => { " + LIST + ".scrollTop -= 40; "
                + "document.querySelector('answerline-support').shadowRoot.querySelector('form .primary').click(); }");
        page.locator("answerline-support .problem:not(:empty)").waitFor();
    }

    private static boolean isAtEnd(Page page) {
        return (boolean)
                page.evaluate("() => %1$s.scrollHeight - %1$s.scrollTop - %1$s.clientHeight < 2".formatted(LIST));
    }

    /** To the first message; ends when the browser has told the page of it. */
    private static void scrollUp(Page page) {
        page.evaluate(
                """
                async () => {
                  %s.scrollTop = 0;
                  for (let i = 0; i < 2; i++) await new Promise((painted) => requestAnimationFrame(painted));
                }
                """
                        .formatted(LIST));
    }

    private static void widget(PageChecker reader) {
        var page = WidgetLocators.openShop(reader);
        WidgetLocators.open(page);
        WidgetLocators.field(page).fill("My text");
        WidgetLocators.send(page);
        page.locator("answerline-support .problem:not(:empty)").waitFor();
        reader.lookAtWidget("widget-refused");
        String problem = page.textContent("answerline-support .problem");
        String words = reader.look().language().equals("ru") ? "не принимает сообщения" : "accepts no messages";
        assertTrue(problem.contains(words), problem);
        assertEquals("My text", WidgetLocators.field(page).inputValue());
    }
}
