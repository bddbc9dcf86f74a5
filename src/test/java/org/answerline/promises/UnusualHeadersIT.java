package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients, proxies and other sites of the same domain put into headers turns nobody away. */
@Tag("main-loop")
@UsesDesk(together = SharedDesk.USUAL_TOGETHER)
class UnusualHeadersIT {
    private static final boolean IS_LIBERTY = "liberty".equals(System.getProperty("answerline.server.kind"));

    /** Pages, the API, static files, the widget, and what is not there. */
    private static final List<String> ANSWER_200 = List.of(
            "/account/sign-in/",
            "/account/sign-up/",
            "/api/openapi.json",
            "/api/feedback/widget",
            "/widget/",
            "/widget/answerline.js",
            "/assets/site.css",
            "/assets/icon.svg",
            "/health/ready",
            "/health/live");

    private final Desk desk = SharedDesk.USUAL_TOGETHER.desk();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "en_US",
                "ru_RU.UTF-8",
                "*",
                "",
                ",",
                "en;q=1.0000",
                "en;q=",
                "en;q=2",
                "en;q=-1",
                "en;q=NaN",
                "en;;q=0.5",
                "русский",
                "c",
                "x-klingon",
                "i-default",
                "en-a-bbb-a-ccc",
                "en-GB-oxendict, abcdefghijklmnop",
                "en\tru",
                "\"en\"",
                "{${lower:en}}",
                "de, *;q=0.0000001"
            })
    void everyAcceptLanguageIsAnswered(String value) {
        assertAnswered("Accept-Language: " + value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/xhtml+xml",
                "text/html;q=1.0000",
                "text/html;q=0",
                "text/plain",
                "application/json",
                "image/webp",
                "text",
                "*",
                "*/html",
                "text/html;",
                "text/html;charset",
                "text/html;charset=\"",
                "",
                ",,",
                "текст/всё",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7"
            })
    void everyAcceptIsAnswered(String value) {
        assertAnswered("Accept: " + value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept-Charset: nothing;q=5",
                "Accept-Encoding: ;;;",
                "Cookie: city=Москва",
                "Cookie: JSESSIONID=Москва",
                "Cookie: a=\"b; c=d",
                "Cookie: =;==;;=a",
                "Cookie: $Version=1; a={\"json\":[1,2]}",
                "User-Agent: Браузер",
                "Referer: https://пример.рф/?q=страница",
                "X-Anything: \u00a0\u2028\ud83d\ude00",
                "If-None-Match: broken",
                "If-None-Match: \"a",
                "If-None-Match: W/",
                "If-None-Match: *, \"x\"",
                "If-Modified-Since: yesterday",
                "Last-Event-ID: Москва",
                "Authorization: Bearer Москва",
                "Origin: null",
                "Origin: Москва",
                "X-Forwarded-For: Москва, 300.1.1.1, _x",
                "X-Forwarded-Proto: ,",
                "X-Request-Id: Москва",
                "traceparent: 00-xyz"
            })
    void everyOtherHeaderIsAnswered(String line) {
        for (var path : ANSWER_200) {
            var answer = RawHttp.get(path).line(line).send(desk.url());
            assertTrue(answer.status() < 400 || answer.status() == 412, path + ": " + answer.text());
        }
    }

    @Test
    void languagesAreUnderstoodHoweverTheyAreWritten() {
        assertTrue(page("ru_RU").contains("lang=\"ru\""));
        assertTrue(page("en;q=0.2, ru-RU;q=0.30000").contains("lang=\"ru\""));
        assertTrue(page("de_DE").contains("lang=\"en\""));
        var missing = RawHttp.get("/nothing").line("Accept-Language: ru_RU").send(desk.url());
        assertEquals(404, missing.status());
        assertTrue(missing.text().contains("lang=\"ru\""), missing.text());
        var widget = RawHttp.get("/api/feedback/widget")
                .line("Accept-Language: ru_RU")
                .send(desk.url());
        assertTrue(widget.text().contains("\"language\":\"ru\""), widget.text());
    }

    @Test
    void headersOf32KilobytesAreAccepted() {
        for (var path : ANSWER_200) {
            var request = RawHttp.get(path)
                    .line("Cookie: a=" + "c".repeat(7_000) + "; b=" + "d".repeat(7_000))
                    .line("Referer: https://example.org/" + "r".repeat(8_000))
                    .line("X-Anything: " + "x".repeat(9_500));
            assertEquals(200, request.send(desk.url()).status(), path);
        }
    }

    @Test
    void manyHeadersAndCookiesAreAccepted() {
        var request = RawHttp.get("/account/sign-in/");
        for (int i = 0; i < 150; i++) {
            request.line("X-Many-" + i + ": " + i);
        }
        assertEquals(
                200,
                request.line("Cookie: " + "a=b; ".repeat(150) + "c=d")
                        .send(desk.url())
                        .status());
    }

    /** A port of letters is not among them: Payara itself ends such a request, before any application. */
    @ParameterizedTest
    @ValueSource(strings = {"a b", "desk:99999", "<script>", "user@desk", "[::1", "desk/path", "Москва", "a,b", "%zz"})
    void aHostThatIsNoneIsABadRequest(String host) {
        for (var path : List.of(
                "/support/",
                "/account/",
                "/account/sign-in/",
                "/",
                "/api/feedback/threads/",
                "/assets/site.css",
                "/nothing")) {
            assertEquals(400, RawHttp.get(path).host(host).send(desk.url()).status(), path);
        }
        var forwarded = RawHttp.get("/support/")
                .line("X-Forwarded-Host: " + host.replace(',', ' '))
                .send(desk.url());
        assertEquals(400, forwarded.status(), forwarded.text());
    }

    @Test
    void twoHostsAreABadRequest() {
        assertEquals(
                400,
                RawHttp.get("/support/")
                        .line("Host: other.example.org")
                        .send(desk.url())
                        .status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Anything: a\0b", "Cookie: a=\0", "X-Anything: a\u0001b", "X-Anything: a\u007fb"})
    void aControlCharacterIsABadRequest(String line) {
        for (var path : List.of("/account/sign-in/", "/api/openapi.json", "/assets/site.css")) {
            assertEquals(400, RawHttp.get(path).line(line).send(desk.url()).status(), path);
        }
    }

    /** A carriage return alone inside a value neither ends the header nor begins another; Undertow takes it for a line end. */
    @Tag("payara-only")
    @Test
    void aCarriageReturnForgesNothing() {
        var answer = RawHttp.get("/account/sign-in/")
                .line("X-Anything: a\rX-Forwarded-Proto: https")
                .send(desk.url());
        assertFalse(answer.text().contains("Strict-Transport-Security"), answer.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "CONNECT", "FOO", "PROPFIND", "get"})
    void anUnknownMethodIsNoFaultOfOurs(String method) {
        for (var path : List.of(
                "/support/", "/api/feedback/threads/", "/assets/site.css", "/owner/", "/health/ready", "/nothing")) {
            var answer = RawHttp.request(method, path).send(desk.url());
            // Open Liberty takes "get" for GET.
            boolean isKnown = IS_LIBERTY && method.equals("get") && answer.status() == 200;
            assertTrue(
                    isKnown || answer.status() >= 400 && answer.status() < 500, method + path + ": " + answer.text());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/metrics",
                "/metrics/",
                "/metrics/base",
                "/openapi",
                "/openapi/",
                "/openapi/ui",
                "/metrics/application"
            })
    void theServersOwnNumbersAreClosed(String path) {
        var answer = desk.visitor().get(path);
        assertTrue(answer.status() >= 401 && answer.status() <= 404, path + " " + answer.status());
        assertFalse(answer.body().contains("# TYPE") || answer.body().contains("paths"), answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/", "/health/ready", "/health/live", "/health/started"})
    void aProbeShowsThePublicOnlyItsState(String path) {
        var health = desk.visitor().get(path).expect(200).json();
        assertEquals("UP", health.getString("status"));
        for (var check : health.getJsonArray("checks")) {
            var data = check.asJsonObject().get("data");
            assertTrue(data == null || data.asJsonObject().isEmpty(), health.toString());
        }
    }

    @Test
    void aProbeWritesNothing() {
        long before = rowsWritten();
        for (int i = 0; i < 300; i++) {
            desk.visitor().get("/health/ready").expect(200);
        }
        long more = rowsWritten() - before;
        assertTrue(more < 30, "300 probes wrote " + more + " rows");
    }

    /** Those that were taken back among them. */
    private long rowsWritten() {
        var rows = desk.database().sql("select n_tup_ins from pg_stat_user_tables where relname = 'remembered_facts'");
        return ((Number) rows.get(0).get("n_tup_ins")).longValue();
    }

    private String page(String language) {
        return RawHttp.get("/account/sign-in/")
                .line("Accept-Language: " + language)
                .send(desk.url())
                .text();
    }

    private void assertAnswered(String line) {
        for (var path : ANSWER_200) {
            var answer = RawHttp.get(path).line(line).send(desk.url());
            assertEquals(200, answer.status(), path + ": " + answer.text());
        }
        var missing = RawHttp.get("/nothing").line(line).send(desk.url());
        assertEquals(404, missing.status(), missing.text());
        assertNotEquals(-1, missing.text().indexOf("<h1"), missing.text());
        assertEquals(
                401,
                RawHttp.get("/api/feedback/threads/")
                        .line(line)
                        .send(desk.url())
                        .status());
        assertEquals(
                200,
                RawHttp.get("/support/")
                        .line(line)
                        .in(StandardCharsets.UTF_8)
                        .send(desk.url())
                        .status());
    }
}
