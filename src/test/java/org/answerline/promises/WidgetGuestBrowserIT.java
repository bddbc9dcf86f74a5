package org.answerline.promises;

import static org.answerline.promises.WidgetLocators.card;
import static org.answerline.promises.WidgetLocators.field;
import static org.answerline.promises.WidgetLocators.launcher;
import static org.answerline.promises.WidgetLocators.open;
import static org.answerline.promises.WidgetLocators.send;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.answerline.sandbox.Await;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody without an account asks from the widget, on another site with third-party cookies blocked and on the desk's own. */
@EnabledIf("org.answerline.promises.Chromium#isHere")
@UsesDesk(SharedDesk.OPTIONAL_FEATURES)
class WidgetGuestBrowserIT {
    @RegisterExtension
    static final Chromium chromium = new Chromium("--test-third-party-cookie-phaseout");

    private static Desk desk;
    private static URI deskUrl;

    private final String words = Customer.words("50% off + delivery & #1? Где посылка?");
    private final List<String> errors = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void start() {
        desk = SharedDesk.OPTIONAL_FEATURES.desk();
        deskUrl = URI.create("http://127.0.0.1:" + desk.url().getPort());
    }

    static Stream<PageVariant> looks() {
        return Stream.of(PageVariant.USUAL, PageVariant.PHONE);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void onAnotherSiteWhatWasTypedGoesAlongIntoANewTab(PageVariant look) {
        new Shop(deskUrl).leaveSignedOut(look.language());
        try (var window = chromium.window(look)) {
            window.setDefaultTimeout(Await.PATIENCE.toMillis());
            var page = listened(window.newPage());
            page.navigate(Shop.ORIGIN + "/");
            launcher(page).waitFor();
            open(page);
            card(page, "out").waitFor();
            var link = card(page, "out").locator(".primary");
            assertEquals(
                    look.language().equals("ru") ? "Спросить без аккаунта" : "Ask without an account",
                    link.textContent());
            assertEquals(0, page.locator("answerline-support .attach:visible").count(), "files do not go along");
            picture(page, "widget-guest-elsewhere", look);
            field(page).fill(words);
            var form = listened(page.waitForPopup(() -> send(page)));
            askAsGuest(form);
            picture(form, "widget-guest-elsewhere-sent", look);
            assertEquals("", field(page).inputValue(), "nobody sends it twice");
            var again = listened(page.waitForPopup(() -> link.click()));
            again.locator(".message.is-question").waitFor();
            assertTrue(again.locator(".message.is-question").textContent().contains(words));
            assertEquals(List.of(), errors);
        }
    }

    @ParameterizedTest
    @MethodSource("looks")
    void onTheDesksOwnSiteTheConversationIsInTheWidgetAfterwards(PageVariant look) {
        try (var window = chromium.window(look)) {
            window.setDefaultTimeout(Await.PATIENCE.toMillis());
            var page = listened(window.newPage());
            page.navigate(deskUrl.resolve(look.language().equals("ru") ? "/widget/ru.html" : "/widget/")
                    .toString());
            launcher(page).waitFor();
            open(page);
            card(page, "out").waitFor();
            field(page).fill(words);
            picture(page, "widget-guest-here", look);
            var form = listened(page.waitForPopup(
                    () -> card(page, "out").locator(".primary").click()));
            askAsGuest(form);
            form.close();
            page.bringToFront();
            page.evaluate("window.dispatchEvent(new Event('focus'))");
            page.locator("answerline-support .message.mine").waitFor();
            assertEquals("", field(page).inputValue());
            new Operator(desk).reply(new Operator(desk).sees(words), "An answer for a guest");
            page.locator("answerline-support .message.theirs").waitFor();
            field(page).fill(words + " again");
            send(page);
            new Operator(desk).sees(words + " again");
            assertEquals(List.of(), errors);
        }
    }

    private void askAsGuest(Page form) {
        form.locator("[name=full_name]").waitFor();
        form.waitForURL(deskUrl.resolve("/support/").toString());
        assertEquals(words, form.inputValue("[name=message]"));
        form.fill("[name=full_name]", "Анна Смирнова");
        form.fill("[name=email]", UUID.randomUUID() + "@example.org");
        form.click("main form button[type=submit]");
        form.waitForURL("**/support/sent/**");
        var notice = new Operator(desk).sees(words);
        assertTrue(notice.text().contains("Анна Смирнова"), notice.text());
    }

    private Page listened(Page page) {
        page.onConsoleMessage(line -> {
            if (line.type().equals("error")) {
                errors.add(line.text());
            }
        });
        page.onPageError(errors::add);
        return page;
    }

    private static void picture(Page page, String name, PageVariant look) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + "-" + look + ".png")));
    }
}
