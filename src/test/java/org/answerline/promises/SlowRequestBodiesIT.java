package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies that come slowly, with no proxy before the desk to wait for them: nobody else has to wait, and they end in time. */
@UsesDesk(SharedDesk.USUAL)
class SlowRequestBodiesIT {

    /** More than any server has threads for requests. */
    private static final int MANY = 250;

    /** Enough for what happens once in a thousand. */
    private static final int HASTY = 3_000;

    private static final boolean IS_LIBERTY = "liberty".equals(System.getProperty("answerline.server.kind"));

    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    /** Less than a slow body may take, so that an answer within it has not waited for one. */
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Desk desk = SharedDesk.USUAL.desk();

    @Tag("main-loop")
    @Test
    void keepNobodyWaiting() {
        var ann = desk.signedIn("Ann");
        List<RawRequest> slow = new ArrayList<>();
        try {
            for (int i = 0; i < MANY; i++) {
                slow.add(begin(i % 9, ann));
            }
            var visitor = desk.visitor();
            answersSoon(visitor, "/health/live", 200);
            answersSoon(visitor, "/health/ready", 200);
            answersSoon(visitor, "/account/sign-in/", 200);
            answersSoon(ann, "/api/feedback/threads/", 200);
            assertEquals(200, update(visitor));
            visitor.signIn(ann.email()).expect(303);
            ann.submitFeedback("", "while others are slow");
            ann.uploaded("a.txt", SampleFiles.text("a"));
        } finally {
            slow.forEach(RawRequest::close);
        }
    }

    /** From 0 to 4 for resources that read a body, from 5 to 8 for those that read none. */
    private RawRequest begin(int kind, Browser ann) {
        return switch (kind) {
            case 0 -> post("/account/sign-in/", FORM, "Content-Length: 100").send("e");
            case 1 ->
                post("/support/", "Content-Type: multipart/form-data; boundary=X", "Content-Length: 100000")
                        .send("--X\r\nContent-Disp");
            case 2 ->
                RawRequest.begin(
                                desk,
                                ann,
                                "POST /api/feedback/files/?name=a.txt",
                                "Content-Type: text/plain",
                                "Content-Length: 9")
                        .send("s");
            case 3 ->
                post("/telegram/support-webhook/", "Content-Type: application/json", "Content-Length: 9")
                        .send("{");
            case 4 ->
                post("/account/sign-out/", FORM, "Transfer-Encoding: chunked").send("5\r\na=b");
            case 5 -> post("/health/live", FORM, "Content-Length: 100").send("e");
            case 6 -> post("/nothing", FORM, "Content-Length: 100").send("e");
            case 7 -> post("/assets/site.css", FORM, "Content-Length: 100").send("e");
            default -> post("/owner/", FORM, "Content-Length: 100").send("e");
        };
    }

    private RawRequest post(String path, String... headers) {
        return RawRequest.begin(desk, desk.visitor(), "POST " + path, headers);
    }

    private int update(Browser visitor) {
        return visitor.send(visitor.request("/telegram/support-webhook/")
                        .timeout(SOON)
                        .header("X-Telegram-Bot-Api-Secret-Token", desk.webhookSecret())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"update_id\":880011}")))
                .status();
    }

    private static void answersSoon(Browser browser, String path, int status) {
        browser.send(browser.request(path).timeout(SOON).GET()).expect(status);
    }

    @Test
    void areAnsweredLikeOthersWhenTheyHaveSentAll() {
        var ann = desk.signedIn("Ann");
        var json = "{\"message\":\"slow words\"}";
        try (var request = RawRequest.begin(
                desk,
                ann,
                "POST /api/feedback/submit/",
                "Content-Type: application/json",
                "Content-Length: " + json.length())) {
            for (int i = 0; i < json.length(); i++) {
                request.send(json.substring(i, i + 1));
            }
            assertEquals(201, request.status());
        }
        try (var request = RawRequest.begin(
                desk, ann, "POST /api/feedback/files/?name=a.txt", "Content-Type: text/plain", "Content-Length: 5")) {
            request.send("sl").pause(Duration.ofMillis(50)).send("ow.");
            assertEquals(201, request.status());
        }
        var typed = new Multipart();
        ann.get("/support/").form(Map.of("message", "a slow form")).fields().forEach(typed::field);
        typed.file("files", "a.pdf", SampleFiles.pdf(300_000));
        byte[] body = typed.body();
        try (var request = RawRequest.begin(
                desk, ann, "POST /support/", "Content-Type: " + typed.type(), "Content-Length: " + body.length)) {
            request.send(java.util.Arrays.copyOfRange(body, 0, 200_000));
            request.send(java.util.Arrays.copyOfRange(body, 200_000, body.length));
            assertEquals(303, request.status());
        }
        var messages = ann.thread().getJsonArray("messages");
        assertEquals("slow words", messages.getJsonObject(0).getString("text"));
        assertEquals(1, messages.getJsonObject(1).getJsonArray("files").size());
    }

    /** The body comes while the server still works on the head, as most clients send it. */
    @Test
    void areAllAnsweredWhenTheBodyComesJustAfterTheHead() {
        var ann = desk.signedIn("Ann");
        String json = "{\"message\":\"" + "x".repeat(5_000) + "\"}";
        IntStream.range(0, HASTY).parallel().forEach(number -> {
            try (var request = RawRequest.begin(
                    desk,
                    ann,
                    "POST /api/feedback/submit/",
                    "Content-Type: application/json",
                    "Connection: close",
                    "Content-Length: " + json.length())) {
                if (number % 3 == 1) {
                    request.pause(Duration.ofNanos(number % 50 * 20_000L));
                }
                request.send(json);
                assertEquals(422, request.status(), "request " + number);
            }
        });
    }

    @Test
    void areAnonymousWhenNotSignedIn() {
        var ann = desk.signedIn("Ann");
        for (int i = 0; i < 20; i++) {
            assertEquals(422, submitSlowly(ann));
            assertEquals(401, submitSlowly(desk.visitor()));
        }
    }

    private int submitSlowly(Browser person) {
        try (var request = RawRequest.begin(
                desk, person, "POST /api/feedback/submit/", "Content-Type: application/json", "Content-Length: 14")) {
            request.send("{\"message\"");
            return request.pause(Duration.ofMillis(2)).send(":\"\"}").status();
        }
    }

    @Tag("main-loop")
    @ParameterizedTest
    @CsvSource({
        "/support/nothing/, 404, text/html",
        "/nothing, 404, text/html",
        "/api/nothing/, 404, application/problem+json",
        "/account/sign-in/, 403, text/html",
        "/health/live, 405, ''",
    })
    void areRefusedWithTheSamePages(String path, int status, String type) {
        try (var request = post(path, FORM, "Connection: close", "Content-Length: 9")) {
            request.send("a=b").send("&c").send("=d&e");
            assertEquals(status, request.status());
            String answer = request.rest();
            assertTrue(answer.contains(type), answer);
            assertTrue(answer.toLowerCase(java.util.Locale.ROOT).contains("x-content-type-options: nosniff"), answer);
            assertTrue(answer.toLowerCase(java.util.Locale.ROOT).contains("x-request-id: "), answer);
        }
    }

    @Tag("main-loop")
    @Test
    void areEndedWhenTheyTakeTooLong() {
        List<RawRequest> many = new ArrayList<>();
        var ann = desk.signedIn("Ann");
        for (int i = 0; i < MANY; i++) {
            many.add(begin(i % 5, ann));
        }
        try (var form = post("/account/sign-in/", FORM, "Content-Length: 100");
                var silent =
                        post("/support/", "Content-Type: multipart/form-data; boundary=X", "Content-Length: 90000000");
                var json = RawRequest.begin(
                        desk,
                        ann,
                        "POST /api/feedback/submit/",
                        "Content-Type: application/json",
                        "Content-Length: 100")) {
            form.send("email=");
            json.send("{");
            assertEquals(408, form.status());
            assertTrue(form.hasAnswered("<html"));
            assertEquals(408, silent.status());
            assertEquals(408, json.status());
            assertTrue(json.hasAnswered("application/problem+json"));
            for (var request : many) {
                assertEquals(408, request.status());
            }
            // Their senders keep the connections open.
            answersSoon(desk.visitor(), "/health/live", 200);
            answersSoon(desk.visitor(), "/account/sign-in/", 200);
            answersSoon(ann, "/api/feedback/threads/", 200);
            many.forEach(SlowRequestBodiesIT::assertEnded);
        } finally {
            many.forEach(RawRequest::close);
        }
    }

    /** Open Liberty discards further bytes, with no thread waiting for them, and ends the connection a minute after the last. */
    private static void assertEnded(RawRequest request) {
        assertTrue(IS_LIBERTY || request.isEnded());
    }
}
