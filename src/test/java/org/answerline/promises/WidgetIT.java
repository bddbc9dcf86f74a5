package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the widget gets from the desk, and from which pages it may ask for it. */
@UsesDesk(SharedDesk.OPTIONAL_FEATURES)
class WidgetIT {
    private static final String WORDS = "/api/feedback/widget/";
    private static final String SUBMIT = "/api/feedback/submit/";
    private static final String SCRIPT = "/widget/answerline.js";
    private static final String SHOP = "https://shop.example.org";
    private static final String OTHER = "https://b.example.org:8443";
    private static final String ALLOWED = "Access-Control-Allow-Origin";

    private static Desk desk;

    @BeforeAll
    static void start() {
        desk = SharedDesk.OPTIONAL_FEATURES.desk();
    }

    @ParameterizedTest
    @CsvSource({
        "ru, en, ru",
        "ru-RU, en, ru",
        "en, ru, en",
        "xx, ru, ru",
        "'', 'fr, ru;q=0.5, en;q=0.2', ru",
        "xx, xx, en"
    })
    void itSpeaksTheLanguageAskedForElseTheReadersElseTheDesks(String asked, String preferred, String spoken) {
        var visitor = desk.visitor();
        var answer = visitor.send(visitor.request(WORDS + "?language=" + asked).header("Accept-Language", preferred))
                .expect(200);
        assertEquals(spoken, answer.json().getString("language"));
        assertTrue(header(answer, "Vary").orElse("").contains("Accept-Language"));
        assertEquals(
                spoken.equals("ru") ? "Отправить" : "Send",
                answer.json().getJsonObject("texts").getString("send"));
    }

    @Test
    void itKnowsTheDesksAddressesAndLimitsAndIsAskedForOnlyWhenTheyChange() {
        var visitor = desk.visitor();
        var first = visitor.get(WORDS).expect(200);
        assertEquals("/account/sign-in/", first.json().getString("sign_in_url"));
        assertEquals("/account/sign-up/", first.json().getString("sign_up_url"));
        assertEquals(4000, first.json().getJsonObject("limits").getInt("message"));
        assertEquals("public, max-age=600", header(first, "Cache-Control").orElse(null));
        var tag = header(first, "ETag").orElseThrow();
        visitor.send(visitor.request(WORDS).header("If-None-Match", tag)).expect(304);
    }

    @Test
    void theScriptMayStandOnAnyPageAndIsCheckedForNews() {
        var visitor = desk.visitor();
        var script = visitor.get(SCRIPT).expect(200);
        assertEquals(
                "cross-origin", header(script, "Cross-Origin-Resource-Policy").orElse(null));
        assertEquals("public, max-age=600", header(script, "Cache-Control").orElse(null));
        assertTrue(header(script, "Content-Type").orElse("").contains("javascript"));
        // Open Liberty gives static files a date and no tag.
        var tag = header(script, "ETag");
        var question = tag.isPresent()
                ? visitor.request(SCRIPT).header("If-None-Match", tag.get())
                : visitor.request(SCRIPT)
                        .header(
                                "If-Modified-Since",
                                header(script, "Last-Modified").orElseThrow());
        visitor.send(question).expect(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/widget/", "/widget/ru.html", "/widget/stress.html", "/widget/stress-ru.html"})
    void theDemoPageHoldsNothingThatAStrictPolicyForbids(String path) {
        var page = desk.visitor().get(path).expect(200);
        var policy = header(page, "Content-Security-Policy").orElse("");
        assertTrue(policy.contains("script-src 'self'") && !policy.contains("unsafe"), policy);
        assertEquals(0, page.html().select("[style], style, script:not([src])").size());
        assertEquals(1, page.html().select("answerline-support").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {SHOP, OTHER})
    void aNamedOriginMayAskInItsReadersName(String origin) {
        var ann = desk.signedIn("Ann");
        var answer = ann.send(question(ann, origin)).expect(201);
        assertAllowed(origin, answer);
        assertAllowed(
                origin,
                ann.send(ann.request("/api/feedback/threads/").header("Origin", origin))
                        .expect(200));
        var stranger = desk.visitor();
        assertAllowed(origin, stranger.send(question(stranger, origin)).expect(401));
        assertAllowed(
                origin,
                ann.send(ann.request("/api/nothing/").header("Origin", origin)).expect(404));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://shop.example.org",
                "https://shop.example.org:8443",
                "https://SHOP.example.org",
                "https://shop.example.org.evil.example",
                "https://b.example.org",
                "null"
            })
    void anyOtherOriginIsRefusedWithoutAReason(String origin) {
        var ann = desk.signedIn("Ann");
        var refused = ann.send(question(ann, origin)).expect(403);
        assertFalse(header(refused, ALLOWED).isPresent());
        var read = ann.send(ann.request("/api/feedback/threads/").header("Origin", origin))
                .expect(200);
        assertFalse(header(read, ALLOWED).isPresent());
        assertEquals(0, read.json().getJsonArray("messages").size());
        var preflight = ann.send(preflight(ann, origin));
        assertFalse(header(preflight, ALLOWED).isPresent());
    }

    @Test
    void aPreflightIsAnsweredWithWhatTheWidgetSends() {
        var visitor = desk.visitor();
        var answer = visitor.send(preflight(visitor, SHOP)).expect(204);
        assertAllowed(SHOP, answer);
        assertTrue(header(answer, "Access-Control-Allow-Methods").orElse("").contains("DELETE"));
        assertTrue(header(answer, "Access-Control-Allow-Headers").orElse("").contains("Idempotency-Key"));
    }

    @ParameterizedTest
    @CsvSource({"https://shop.example.org, true", "https://evil.example, false"})
    void everyPageMayReadTheWordsAndWhetherItIsNamed(String origin, boolean named) {
        var visitor = desk.visitor();
        var words =
                visitor.send(visitor.request(WORDS).header("Origin", origin)).expect(200);
        assertEquals(named ? SHOP : "*", header(words, ALLOWED).orElse(null));
        assertEquals(named, words.json().getBoolean("origin_is_named"));
        assertTrue(header(words, "Vary").orElse("").contains("Origin"));
        assertTrue(visitor.get(WORDS).json().getBoolean("origin_is_named"), "the desk's own pages");
    }

    @ParameterizedTest
    @CsvSource({"same-origin, false", "same-site, false", "cross-site, true"})
    void beingSignedOutIsNoError(String site, boolean other) {
        var visitor = desk.visitor();
        var request = visitor.request("/api/feedback/threads/?signed_out=empty").header("Sec-Fetch-Site", site);
        var thread = visitor.send(request).expect(200).json();
        assertTrue(thread.isNull("user") && thread.getJsonArray("messages").isEmpty());
        assertEquals(other, thread.getBoolean("cross_site"));
        visitor.get("/api/feedback/events/?signed_out=empty").expect(204);
        visitor.get("/api/feedback/threads/?signed_out=anything").expect(401);
        visitor.get("/api/feedback/events/").expect(401);
        desk.signedIn("Ann").get("/api/feedback/threads/?signed_out=empty").expect(200);
    }

    /** The widget says then that the network was too slow, and not that there is none. */
    @Test
    void aNamedOriginMayReadThatABodyTookTooLong() {
        try (var request = RawRequest.begin(
                desk,
                desk.visitor(),
                "POST " + SUBMIT,
                "Origin: " + SHOP,
                "Content-Type: application/json",
                "Connection: close",
                "Content-Length: 100")) {
            assertEquals(408, request.send("{").status());
            String answer = request.rest().toLowerCase(Locale.ROOT);
            assertTrue(answer.contains("access-control-allow-origin: " + SHOP), answer);
            assertTrue(answer.contains("vary: origin"), answer);
        }
    }

    /** What came late is dispatched again. */
    @Test
    void theOriginIsNamedOnceThoughTheBodyCameLate() {
        var ann = desk.signedIn("Ann");
        try (var request = RawRequest.begin(
                desk,
                ann,
                "POST " + SUBMIT,
                "Origin: " + SHOP,
                "Sec-Fetch-Site: same-site",
                "Content-Type: application/json",
                "Connection: close",
                "Content-Length: 15")) {
            assertEquals(201, request.send("{\"message\"").send(":\"a\"}").status());
            String answer = request.rest().toLowerCase(Locale.ROOT);
            assertEquals(2, answer.split("access-control-allow-origin", -1).length, answer);
            assertEquals(2, answer.split("vary: origin", -1).length, answer);
        }
    }

    @Test
    void aPageOutsideTheApiIsNeverShared() {
        var ann = desk.signedIn("Ann");
        var page = ann.send(ann.request("/support/").header("Origin", SHOP)).expect(200);
        assertFalse(header(page, ALLOWED).isPresent());
    }

    private static HttpRequest.Builder question(Browser browser, String origin) {
        return browser.request(SUBMIT)
                .header("Origin", origin)
                .header("Sec-Fetch-Site", "same-site")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"message\":\"from a shop\"}"));
    }

    private static HttpRequest.Builder preflight(Browser browser, String origin) {
        return browser.request(SUBMIT)
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", BodyPublishers.noBody());
    }

    private static void assertAllowed(String origin, Page page) {
        assertEquals(origin, header(page, ALLOWED).orElse(null));
        assertEquals("true", header(page, "Access-Control-Allow-Credentials").orElse(null));
        assertTrue(page.headers().allValues("Vary").toString().contains("Origin"));
    }

    private static Optional<String> header(Page page, String name) {
        return page.headers().firstValue(name);
    }
}
