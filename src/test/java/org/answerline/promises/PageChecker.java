package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.answerline.sandbox.Await;
import org.answerline.sandbox.ServerErrors;

/** Somebody at a real browser, who notices what is wrong with a page. */
final class PageChecker implements AutoCloseable {

    /** Of one page with all that belongs to it, uncompressed and without pictures. */
    private static final int HEAVIEST = 60 * 1024;

    /** For what has to go away. */
    static final Locator.WaitForOptions HIDDEN = new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static final String SHIFTS =
            """
            window.shifted = 0;
            window.shifts = new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
            });
            window.shifts.observe({ type: "layout-shift", buffered: true });
            """;

    /** A shift is found out when it is painted and told some time after. */
    private static final String FORGET_SHIFTS =
            """
            async () => {
              for (let i = 0; i < 2; i++) await new Promise((painted) => requestAnimationFrame(painted));
              window.shifts.takeRecords();
              window.shifted = 0;
            }
            """;

    /** What holds up the first paint and is not named by the page itself, and so is asked for only after something else has come. */
    private static final String LATE =
            """
            () => {
              const named = [...document.head.querySelectorAll("link[rel=stylesheet], script[src]")].map((e) => e.href || e.src);
              const holding = performance.getEntriesByType("resource").filter((e) => e.renderBlockingStatus === "blocking");
              if (!holding.length) return ["nothing was measured"];
              return holding.map((e) => e.name).filter((address) => !named.includes(address));
            }
            """;

    /** Whether each look leaves a picture; they take long, and a failed one leaves one anyway. */
    private static final boolean HAS_PICTURES = System.getProperty("screenshots") != null;

    private final URI site;
    private final PageVariant look;
    private final BrowserContext window;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final List<Response> answers = new ArrayList<>();

    PageChecker(Chromium chromium, URI site, PageVariant look) {
        this(site, look, chromium.window(look));
        window.setDefaultTimeout(Await.PATIENCE.toMillis());
        if (look.scripts()) {
            window.addInitScript(SHIFTS);
        }
    }

    private PageChecker(URI site, PageVariant look, BrowserContext window) {
        this.site = site;
        this.look = look;
        this.window = window;
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

    PageVariant look() {
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
        signUpHere(email, fullName);
    }

    /** Fills in the form for a new account that is open already. */
    void signUpHere(String email, String fullName) {
        page.fill("[name=full_name]", fullName);
        page.fill("[name=email]", email);
        page.fill("[name=password]", org.answerline.promises.Browser.PASSWORD);
        send();
        awaitSupportPage();
    }

    /** The same window in another tab. */
    PageChecker besides() {
        return new PageChecker(site, look, window);
    }

    void ask(String subject, String message) {
        open("/support/");
        if (!subject.isEmpty()) {
            // Folded away where there is a conversation already.
            if (!page.isVisible("[name=subject]")) {
                page.click("details:has([name=subject]) > summary");
            }
            page.fill("[name=subject]", subject);
        }
        page.fill("[name=message]", message);
        send();
    }

    void signIn(String email) {
        open("/account/sign-in/");
        signInHere(email);
    }

    /** Fills in the form for signing in that is open already. */
    void signInHere(String email) {
        page.fill("[name=email]", email);
        page.fill("[name=password]", org.answerline.promises.Browser.PASSWORD);
        send();
        awaitSupportPage();
    }

    private void awaitSupportPage() {
        try {
            page.waitForURL("**/support/**");
        } catch (PlaywrightException e) {
            throw new AssertionError("Not on the support page but at " + page.url() + serverErrors(), e);
        }
    }

    private String serverErrors() {
        return answers.stream().anyMatch(answer -> answer.status() >= 500) ? ServerErrors.latestAt(site) : "";
    }

    /** Sends the form of the page as it is. */
    void send() {
        page.click("main form button[type=submit]");
    }

    /** Opens a page by another request than browsers send for a link, which must be answered so. */
    void open(int status, String path, String method, String type, String body) {
        answers.clear();
        var address = site.resolve(path).toString();
        page.route(address, route -> {
            var headers = new HashMap<>(route.request().headers());
            headers.put("content-type", type);
            route.resume(new Route.ResumeOptions()
                    .setMethod(method)
                    .setHeaders(headers)
                    .setPostData(body));
        });
        assertEquals(status, page.navigate(address).status(), path);
        page.unroute(address);
    }

    /** With the owner's password from now on. */
    void isOwner(String password) {
        var pair = ("owner:" + password).getBytes(StandardCharsets.UTF_8);
        page.setExtraHTTPHeaders(
                Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair)));
    }

    /** Whether the whole of it can be seen without scrolling anything. */
    static boolean isInView(Locator part) {
        return (boolean)
                part.evaluate(
                        """
                async (e) => {
                  const seen = await new Promise((told) => {
                    const watch = new IntersectionObserver((all) => { told(all[0].intersectionRatio); watch.disconnect(); });
                    watch.observe(e);
                  });
                  return seen > 0.95;
                }
                """);
    }

    /** Comes back from another site; what that one asked for is not the desk's fault. */
    void forgetOthers() {
        answers.clear();
        complaints.clear();
    }

    /** Whether this window has a network. */
    void goOffline(boolean off) {
        window.setOffline(off);
    }

    /** The session is over while the form lies open. */
    void loseTheForm() {
        window.clearCookies();
    }

    /** Looks at the page as it is now, and complains about all that is wrong with it. */
    void look(String name) {
        withPicture(name, new Page.ScreenshotOptions().setFullPage(true), () -> checkPage(name));
    }

    private void checkPage(String name) {
        if (look.scripts()) {
            assertEquals(List.of(), violations(), name + " " + look);
            var wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1");
            assertEquals(false, wide, name + " " + look + " scrolls sideways");
            var shown = page.evaluate(
                    "[...document.querySelectorAll('[hidden]')].filter((e) => e.getClientRects().length).map((e) => e.outerHTML)");
            assertEquals(List.of(), shown, name + " " + look + " shows what is hidden");
            assertEquals(List.of(), page.evaluate(LATE), name + " " + look + " paints after a second round");
            weigh(name);
            double shifted = ((Number) page.evaluate("window.shifted")).doubleValue();
            assertTrue(shifted < 0.01, name + " " + look + " shifted by " + shifted);
        }
        assertEquals(List.of(), complaints, name + " " + look);
        assertEquals(List.of(), strangers(), name + " " + look + " asks others");
    }

    /** What happened live may have moved what stands below it; only what moves by itself is a fault. */
    void expectMoves() {
        if (look.scripts()) {
            page.evaluate(FORGET_SHIFTS);
        }
    }

    /** Looks at the widget only: the page around it may be as bad as it likes. */
    void lookAtWidget(String name) {
        withPicture(name, new Page.ScreenshotOptions(), () -> checkWidget(name));
    }

    private void checkWidget(String name) {
        var violations = describe(axe().include(List.of("answerline-support")).analyze());
        assertEquals(List.of(), violations, name + " " + look);
        assertEquals(List.of(), complaints, name + " " + look);
        assertEquals(List.of(), strangers(), name + " " + look + " asks others");
    }

    private void withPicture(String name, Page.ScreenshotOptions options, Runnable checks) {
        try {
            checks.run();
        } catch (AssertionError wrong) {
            takePicture(page, name + "-" + look, options);
            throw wrong;
        }
        keepPicture(page, name + "-" + look, options);
    }

    /** Keeps a picture in target/screenshots if the tests were started with -Dscreenshots. */
    static void keepPicture(Page page, String name, Page.ScreenshotOptions options) {
        if (HAS_PICTURES) {
            takePicture(page, name, options);
        }
    }

    /** Chromium's painter has no picture now and then on a busy machine; that says nothing about the page. */
    private static void takePicture(Page page, String name, Page.ScreenshotOptions options) {
        options.setPath(Path.of("target", "screenshots", name + ".png"));
        try {
            page.screenshot(options);
        } catch (PlaywrightException noPicture) {
            page.screenshot(options);
        }
    }

    /** The weight of the page that is open and of all that it loaded, in bytes before compression, pictures left out. */
    private void weigh(String name) {
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
        return describe(axe().analyze());
    }

    /**
     * In one step: the other way joins the results of frames in a further page, opened for each look, and there is no frame here. Only
     * violations are described in full.
     */
    private AxeBuilder axe() {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page).setLegacyMode(true).options(options).withTags(RULES);
    }

    private static List<String> describe(AxeResults results) {
        assertFalse(results.isErrored(), results::getErrorMessage);
        return results.getViolations().stream().map(PageChecker::describe).toList();
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
        // A request that comes while its page is closed cannot be answered by the test any more.
        window.unrouteAll();
        window.pages().forEach(Page::unrouteAll);
        window.close();
    }
}
