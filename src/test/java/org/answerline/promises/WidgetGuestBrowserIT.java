package org.answerline.promises;

import static org.answerline.promises.WidgetLocators.banner;
import static org.answerline.promises.WidgetLocators.card;
import static org.answerline.promises.WidgetLocators.field;
import static org.answerline.promises.WidgetLocators.launcher;
import static org.answerline.promises.WidgetLocators.open;
import static org.answerline.promises.WidgetLocators.send;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.MouseButton;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.answerline.sandbox.Await;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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
            card(page, "elsewhere").waitFor();
            var link = card(page, "elsewhere").locator("a");
            assertEquals(
                    look.language().equals("ru")
                            ? List.of("Открыть поддержку в новой вкладке")
                            : List.of("Open support in a new tab"),
                    link.allTextContents(),
                    "signing in changes nothing here");
            assertEquals(0, page.locator("answerline-support .attach:visible").count(), "files do not go along");
            picture(page, "widget-guest-elsewhere", look);
            field(page).fill(words);
            var form = listened(page.waitForPopup(() -> send(page)));
            askAsGuest(form);
            picture(form, "widget-guest-elsewhere-sent", look);
            assertEquals(words, field(page).inputValue(), "it stays until its reader removes it");
            banner(page).waitFor();
            page.reload();
            if (look.phone()) {
                // There the panel covers the page, so it does not open by itself.
                launcher(page).waitFor();
                open(page);
            }
            card(page, "elsewhere").waitFor();
            assertEquals(words, field(page).inputValue());
            var again = listened(page.waitForPopup(() -> link.click()));
            again.locator(".message.is-question").waitFor();
            assertTrue(again.locator(".message.is-question").textContent().contains(words));
            again.waitForURL(deskUrl.resolve("/support/").toString());
            assertEquals("", again.inputValue("[name=message]"), "nobody sends it twice");
            field(page).fill("");
            assertEquals(deskUrl.resolve("/support/").toString(), link.evaluate("link => link.href"));
            assertEquals(0, banner(page).count());
            assertEquals(List.of(), errors);
        }
    }

    @Test
    void whereNoTabOpensWhatWasTypedIsStillInTheWidget() {
        new Shop(deskUrl).leaveSignedOut("en");
        try (var window = chromium.window(PageVariant.USUAL)) {
            window.setDefaultTimeout(Await.PATIENCE.toMillis());
            var page = listened(window.newPage());
            page.setContent("<iframe sandbox='allow-scripts allow-same-origin allow-forms' src='" + Shop.ORIGIN
                    + "/'></iframe>");
            var shop = page.frameLocator("iframe");
            shop.locator("answerline-support .launcher").click();
            shop.locator("answerline-support .card[data-kind=elsewhere]").waitFor();
            shop.locator("answerline-support textarea").fill(words);
            shop.locator("answerline-support .actions .primary").click();
            shop.locator("answerline-support .banner:not(:empty)").waitFor();
            assertEquals(words, shop.locator("answerline-support textarea").inputValue());
            assertEquals(1, window.pages().size());
        }
    }

    @Test
    void theMiddleButtonTakesWhatWasTypedAlongAndALaterTextReplacesIt() {
        try (var window = chromium.window(PageVariant.USUAL)) {
            window.setDefaultTimeout(Await.PATIENCE.toMillis());
            var page = listened(window.newPage());
            page.navigate(deskUrl.resolve("/widget/").toString());
            launcher(page).waitFor();
            open(page);
            card(page, "out").waitFor();
            field(page).fill("before");
            field(page).fill(words);
            var link = card(page, "out").locator(".primary");
            var form = listened(
                    window.waitForPage(() -> link.click(new Locator.ClickOptions().setButton(MouseButton.MIDDLE))));
            form.waitForURL(deskUrl.resolve("/support/").toString());
            assertEquals(words, form.inputValue("[name=message]"));
            assertEquals(List.of(), errors);
        }
    }

    @Test
    void aLinkOnlyTypesWhatItSays() {
        var markup = "<img src=x onerror=\"document.title='run'\"> " + words;
        try (var window = chromium.window(PageVariant.USUAL)) {
            window.setDefaultTimeout(Await.PATIENCE.toMillis());
            var page = listened(window.newPage());
            page.navigate(deskUrl.resolve("/support/").toString());
            page.fill("[name=message]", markup + " and more");
            page.fill("[name=full_name]", "Anna");
            page.fill("[name=email]", UUID.randomUUID() + "@example.org");
            var again = deskUrl.resolve("/support/?again#message=" + encoded(markup));
            page.navigate(again.toString());
            page.waitForURL(deskUrl.resolve("/support/?again").toString());
            assertEquals(
                    markup + " and more\n\n" + markup, page.inputValue("[name=message]"), "whole texts are compared");
            assertEquals(0, page.locator("img[src=x]").count());
            assertNotEquals("run", page.title());
            assertEquals(
                    List.of(), desk.database().sql("select 1 from support_messages where strpos(text, ?) > 0", words));
            assertEquals(List.of(), errors);
        }
    }

    @Test
    void aFormWithoutStorageTakesWhatWasTyped() {
        try (var window = chromium.window(PageVariant.USUAL)) {
            window.setDefaultTimeout(Await.PATIENCE.toMillis());
            var page = listened(window.newPage());
            page.addInitScript(
                    "Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('forbidden'); } })");
            page.navigate(deskUrl.resolve("/support/#message=" + encoded(words)).toString());
            page.waitForURL(deskUrl.resolve("/support/").toString());
            assertEquals(words, page.inputValue("[name=message]"));
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
            assertEquals("", field(page).inputValue(), "the conversation shows it");
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

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
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
        PageChecker.keepPicture(page, name + "-" + look, new Page.ScreenshotOptions());
    }
}
