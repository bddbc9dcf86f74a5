package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.util.UUID;
import java.util.stream.Stream;
import org.answerline.platform.text.Texts;
import org.answerline.sandbox.Await;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A guest's whole way in a real browser: the form, the proof of work or the e-mail, the answer, the link and the account. */
@UsesDesk(together = SharedDesk.MAIL)
class GuestsBrowserIT {
    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static Desk desk;

    @BeforeAll
    static void start() {
        desk = SharedDesk.MAIL.desk();
    }

    /** On a phone in Russian both by day and at night: its words are the longest. */
    static Stream<PageVariant> looks() {
        return PageVariant.scripted().map(look -> look.phone() ? new PageVariant(true, look.dark(), "ru", true) : look);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void asksProvesItsWorkReadsTheAnswerAndFollowsTheLink(PageVariant look) {
        try (var reader = new PageChecker(chromium, desk.url(), look)) {
            var question = Customer.words("Где моя посылка?");
            var email = UUID.randomUUID() + "@example.org";
            var page = reader.open("/support/");
            reader.look("guest-form");
            reader.send();
            page.locator("#errors").waitFor();
            reader.look("guest-form-wrong");
            fill(page, question, email);
            reader.send();
            page.waitForURL("**/support/sent/**");
            reader.look("guest-sent");
            var operator = new Operator(desk);
            page = reader.open("/support/");
            reader.look("guest-conversation");
            operator.reply(operator.sees(question), "Она в пути.");
            page.locator(".message.is-answer").waitFor();
            var link = MailServer.link(desk.mail().awaitLetter(email, 1));
            page = reader.open(link);
            reader.look("guest-open");
            reader.send();
            page.locator(".message.is-answer").waitFor();
            page = reader.open("/account/sign-out/");
            reader.look("guest-sign-out");
            reader.send();
            page.locator("h1").waitFor();
            assertEquals(1, reader.open("/support/").locator("[name=challenge]").count());
        }
    }

    @ParameterizedTest
    @MethodSource("plain")
    void withoutScriptsTheMailComesFirst(PageVariant look) {
        try (var reader = new PageChecker(chromium, desk.url(), look)) {
            var question = Customer.words("Без скриптов?");
            var email = UUID.randomUUID() + "@example.org";
            var page = reader.open("/support/");
            reader.look("guest-form");
            fill(page, question, email);
            page.setInputFiles("#files", WidgetLocators.picture());
            reader.send();
            Await.until(
                    "the page",
                    () -> reader.page().locator("#errors, [name=challenge]").count() == 0);
            assertEquals("parcel.png", page.locator("#files").textContent().strip());
            assertTrue(page.locator("main")
                    .textContent()
                    .contains(Texts.in(look.language()).get("guest.mail.again")));
            reader.look("guest-mail");
            page.goBack();
            reader.look("guest-back");
            assertEquals(question, page.inputValue("[name=message]"));
            assertEquals(0, page.evaluate("document.querySelector('#files').files.length"), "as the page before said");
            page = reader.open(MailServer.link(desk.mail().awaitLetter(email, 1)));
            assertTrue(page.content().contains(question), page.content());
            reader.look("guest-open-question");
            reader.send();
            page.waitForURL("**/support/sent/**");
            reader.look("guest-sent");
            new Operator(desk).sees(question);
        }
    }

    static Stream<PageVariant> plain() {
        return Stream.of(PageVariant.USUAL.withoutScripts(), PageVariant.PHONE.withoutScripts());
    }

    @ParameterizedTest
    @MethodSource("looks")
    void anAccountIsOfferedToTakeTheConversationAlong(PageVariant look) {
        try (var reader = new PageChecker(chromium, desk.url(), look)) {
            var question = Customer.words("Как гость");
            var guest = Guest.of(desk).asks(question);
            var link = MailServer.link(desk.mail().awaitLetter(guest.email(), 1));
            guest.browser().submit(link, java.util.Map.of()).expect(303);
            reader.open(link);
            reader.signUp(guest.email(), "Анна");
            desk.database().sql("update users set email_confirmed_at = now() where email = ?", guest.email());
            var page = reader.open("/support/");
            reader.look("guest-take-along");
            page.click("#take-along button");
            page.locator(".message.is-question").waitFor();
            assertTrue(page.content().contains(question));
        }
    }

    private static void fill(Page page, String question, String email) {
        page.fill("[name=message]", question);
        page.fill("[name=full_name]", "Анна Смирнова");
        page.fill("[name=email]", email);
    }
}
