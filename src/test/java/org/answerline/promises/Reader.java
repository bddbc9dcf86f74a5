package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Somebody at a real browser, who notices what is wrong with a page. */
final class Reader implements AutoCloseable {

    /** Of one page with all that belongs to it, uncompressed and without pictures. */
    private static final int HEAVIEST = 60 * 1024;

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static final String SHIFTS =
            """
            window.shifted = 0;
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
            }).observe({ type: "layout-shift", buffered: true });
            """;

    private final URI site;
    private final Look look;
    private final BrowserContext window;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final List<Response> answers = new ArrayList<>();

    Reader(Chromium chromium, URI site, Look look) {
        this.site = site;
        this.look = look;
        window = chromium.window(look);
        window.setDefaultTimeout(30_000);
        if (look.scripts()) {
            window.addInitScript(SHIFTS);
        }
        page = window.newPage();
        page.onConsoleMessage(message -> {
            // A page that is refused on purpose (404, 422 …) is told on the console too.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onResponse(answers::add);
    }

    Page page() {
        return page;
    }

    Look look() {
        return look;
    }

    /** Opens a page of the site. */
    Page open(String path) {
        answers.clear();
        page.navigate(site.resolve(path).toString());
        return page;
    }

    void signUp(String email, String fullName) {
        open("/account/sign-up/");
        signUp(page, email, fullName);
    }

    /** Fills in the form that is open in a tab and sends it. */
    static void signUp(Page tab, String email, String fullName) {
        tab.fill("[name=full_name]", fullName);
        tab.fill("[name=email]", email);
        tab.fill("[name=password]", org.answerline.promises.Browser.PASSWORD);
        tab.click("main form button[type=submit]");
        tab.waitForURL("**/support/**");
    }

    /** A form for a new account in another tab of this window, to be sent when somebody else has signed in meanwhile. */
    Page openSecondSignUp() {
        var tab = window.newPage();
        tab.navigate(site.resolve("/account/sign-up/").toString());
        return tab;
    }

    void ask(String subject, String message) {
        open("/support/");
        page.fill("[name=subject]", subject);
        page.fill("[name=message]", message);
        page.click("main form button[type=submit]");
    }

    /** The session is over while the form lies open. */
    void loseTheForm() {
        window.clearCookies();
    }

    /** Looks at the page as it is now, keeps a picture, and complains about all that is wrong with it. */
    void look(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + "-" + look + ".png"))
                .setFullPage(true));
        if (look.scripts()) {
            assertEquals(List.of(), violations(), name + " " + look);
            var wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1");
            assertEquals(false, wide, name + " " + look + " scrolls sideways");
            var shown = page.evaluate(
                    "[...document.querySelectorAll('[hidden]')].filter((e) => e.getClientRects().length).map((e) => e.outerHTML)");
            assertEquals(List.of(), shown, name + " " + look + " shows what is hidden");
            double shifted = ((Number) page.evaluate("window.shifted")).doubleValue();
            assertTrue(shifted < 0.01, name + " " + look + " shifted by " + shifted);
        }
        assertEquals(List.of(), complaints, name + " " + look);
        assertEquals(List.of(), strangers(), name + " " + look + " asks others");
    }

    /** What happened live may have moved what stands below it; only what moves by itself is a fault. */
    void expectMoves() {
        if (look.scripts()) {
            page.evaluate("window.shifted = 0");
        }
    }

    /** Looks at the widget only: the page around it may be as bad as it likes. */
    void lookAtWidget(String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + "-" + look + ".png")));
        var violations = new AxeBuilder(page)
                .include(List.of("answerline-support")).withTags(RULES).analyze().getViolations().stream()
                        .map(Reader::describe)
                        .toList();
        assertEquals(List.of(), violations, name + " " + look);
        assertEquals(List.of(), complaints, name + " " + look);
        assertEquals(List.of(), strangers(), name + " " + look + " asks others");
    }

    /** The weight of the page that is open and of all that it loaded, in bytes before compression, pictures left out. */
    void weigh(String name) {
        page.waitForLoadState();
        int weight = ((Number)
                        page.evaluate(
                                """
                        async () => {
                          const parts = performance.getEntriesByType("resource")
                            .filter((part) => ["link", "script", "css"].includes(part.initiatorType));
                          const own = performance.getEntriesByType("navigation")[0].decodedBodySize;
                          return parts.reduce((sum, part) => sum + part.decodedBodySize, own);
                        }
                        """))
                .intValue();
        assertTrue(weight > 1_000 && weight <= HEAVIEST, name + " weighs " + weight + " bytes");
    }

    /** As somebody sees it who has enlarged a desktop page to four times its size (WCAG 2.2, 1.4.10 Reflow). */
    void enlarge(String name) {
        page.setViewportSize(320, 256);
        var wide = page.evaluate("document.documentElement.scrollWidth > 321");
        assertEquals(false, wide, name + " scrolls sideways when enlarged");
        page.setViewportSize(look.phone() ? 390 : 1280, look.phone() ? 844 : 800);
    }

    private List<String> violations() {
        return new AxeBuilder(page)
                .withTags(RULES).analyze().getViolations().stream()
                        .map(Reader::describe)
                        .toList();
    }

    private static String describe(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream()
                        .map(node -> node.getHtml() + " " + node.getFailureSummary())
                        .toList();
    }

    private List<String> strangers() {
        return answers.stream()
                .map(Response::url)
                .filter(url -> !url.startsWith(site.toString()) && !url.startsWith("data:") && !url.startsWith("blob:"))
                .toList();
    }

    @Override
    public void close() {
        window.close();
    }
}
