package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.UUID;
import org.answerline.sandbox.Await;
import org.answerline.sandbox.telegram.Participant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole dialogue as a newcomer has it: the site in one tab, Telegram (the sandbox's page) in another. */
@EnabledIf("org.answerline.promises.Chromium#isHere")
@UsesDesk(together = SharedDesk.USUAL_TOGETHER)
class FirstDialogueBrowserIT {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static Desk desk;

    @BeforeAll
    static void start() {
        desk = SharedDesk.USUAL_TOGETHER.desk();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void asksWithAPictureLinksTelegramAndReadsTheAnswer(boolean scripts) {
        var look = scripts ? PageVariant.PHONE : PageVariant.PHONE.withoutScripts();
        try (var reader = new PageChecker(chromium, desk.url(), look);
                var telegram = new PageChecker(chromium, desk.telegram().apiUrl(), PageVariant.USUAL)) {
            var question = "Где моя посылка? " + UUID.randomUUID();
            reader.signUp(UUID.randomUUID() + "@example.org", "Анна Смирнова");
            ask(reader, question);
            var site = reader.page();
            reader.look("newcomer-sent");

            var link = site.locator("a[href*='?start=']").first().getAttribute("href");
            var person = desk.telegram().person(scripts ? 71_001 : 71_002, scripts ? "Анна" : "Вера", "ru");
            pressStart(telegram.page(), link, person);
            if (scripts) {
                site.locator("a[href*='?start=']").first().waitFor(PageChecker.HIDDEN);
                reader.expectMoves();
                reader.look("newcomer-linked");
            }

            var operator = new Operator(desk);
            operator.sees(question);
            telegram.open("/");
            telegram.page()
                    .locator(".operator .bubble", new Page.LocatorOptions().setHasText(question))
                    .first()
                    .waitFor();
            answer(telegram.page(), question, "Она уже едет к вам.");

            if (scripts) {
                site.click("a[href='/support/#conversation']");
            }
            readAnswer(reader, "Она уже едет к вам.");
            reader.expectMoves();
            reader.look("newcomer-answer");
            if (scripts) {
                answer(telegram.page(), question, "Будет завтра до обеда.");
                site.locator(".message.is-answer", new Page.LocatorOptions().setHasText("Будет завтра до обеда."))
                        .waitFor();
                assertEquals(
                        "Будет завтра до обеда.",
                        site.locator(".message .text").last().textContent(),
                        "the newest is the last");
                assertTrue(PageChecker.isInView(site.locator(".message").last()), "the newest in view");
            }
            for (String place : List.of("", "unlink/", "another/")) {
                reader.open("/account/telegram/" + place);
                reader.look("newcomer-telegram-" + place.replace("/", ""));
            }
        }
    }

    private static void ask(PageChecker reader, String question) {
        var page = reader.open("/support/");
        page.fill("[name=message]", question);
        page.setInputFiles(
                "input[type=file]", new FilePayload("посылка.png", "image/png", SamplePictures.png(640, 400)));
        page.click("main form button[type=submit]");
        page.waitForURL("**/support/sent/**");
    }

    private static void readAnswer(PageChecker reader, String words) {
        Await.until("the answer", () -> {
            if (!reader.look().scripts()) {
                reader.open("/support/");
            }
            return reader.page().locator(".message.is-answer").allTextContents().stream()
                    .anyMatch(text -> text.contains(words));
        });
        var picture = reader.page().locator(".message.is-question img").first();
        assertTrue(picture.isVisible());
    }

    /** Opens the link in Telegram as this person and presses START. */
    private static void pressStart(Page telegram, String link, Participant person) {
        telegram.navigate(link);
        telegram.selectOption("#open-as", Long.toString(person.chatId()));
        telegram.locator(
                        ".chat",
                        new Page.LocatorOptions().setHasText(person.person().firstName()))
                .locator(".start button:visible")
                .click();
    }

    /** As the operator does in Telegram: Reply on the notice, and write. */
    private static void answer(Page telegram, String question, String words) {
        var line = telegram.locator(".operator li", new Page.LocatorOptions().setHasText(question))
                .first();
        line.hover();
        line.getByText("Reply", new Locator.GetByTextOptions().setExact(true)).click();
        telegram.locator(".operator textarea").fill(words);
        telegram.locator(".operator .send").click();
    }
}
