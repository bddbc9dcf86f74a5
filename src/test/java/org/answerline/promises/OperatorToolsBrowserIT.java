package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.stream.Stream;
import org.answerline.sandbox.Await;
import org.answerline.sandbox.telegram.Media;
import org.answerline.sandbox.telegram.SandboxMessage;
import org.junit.jupiter.api.BeforeAll;
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
