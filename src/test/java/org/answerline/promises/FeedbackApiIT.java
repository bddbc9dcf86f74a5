package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The widget's JSON door: what it takes, what it tells, and how it refuses. */
@UsesDesk(together = SharedDesk.USUAL_TOGETHER)
class FeedbackApiIT {
    private static final String SUBMIT = "/api/feedback/submit/";
    private static final String THREADS = "/api/feedback/threads/";
    private static final String JSON = "application/json";
    private static final String GOOD = "{\"message\":\"hello\"}";

    private static final int SLOW = 8;

    private final Desk desk = SharedDesk.USUAL_TOGETHER.desk();

    @Test
    void aQuestionIsAnsweredWithItsNumberTimeAndLink() {
        var ann = desk.signedIn("Ann");
        var answer = ann.submitFeedback("Delivery", "Where is it?");
        assertEquals(Set.of("id", "number", "created_at", "telegram_binding_url"), answer.keySet());
        assertTrue(Instant.parse(answer.getString("created_at"))
                .isBefore(Instant.now().plusSeconds(60)));
        assertTrue(answer.getString("telegram_binding_url").contains("?start="));
    }

    @Test
    void theConversationIsOnesOwnOldestFirstWithACursorBack() {
        var ann = desk.signedIn("Ann");
        desk.signedIn("Bob").submitFeedback("", "not for Ann");
        for (int i = 1; i <= 3; i++) {
            ann.submitFeedback("s" + i, "m" + i);
        }
        var newest = ann.get(THREADS + "?limit=2").expect(200).json();
        assertEquals("m2 m3", texts(newest));
        var older = ann.get(THREADS + "?limit=2&before=" + newest.getInt("next"))
                .expect(200)
                .json();
        assertEquals("m1", texts(older));
        assertEquals(JsonValue.NULL, older.get("next"));
        var message = older.getJsonArray("messages").getJsonObject(0);
        assertEquals(
                Set.of(
                        "id",
                        "number",
                        "subject",
                        "text",
                        "entities",
                        "is_from_admin",
                        "created_at",
                        "source",
                        "delivery",
                        "delivery_failure",
                        "in_reply_to",
                        "quote",
                        "files"),
                message.keySet());
        assertEquals("site", message.getString("source"));
        assertFalse(message.getBoolean("is_from_admin"));
    }

    @Test
    void bothAddressesWorkWithoutTheLastSlash() {
        var ann = desk.signedIn("Ann");
        ann.post("/api/feedback/submit", JSON, GOOD).expect(201);
        ann.get("/api/feedback/threads").expect(200);
    }

    @Test
    void nobodyInParticularIsAskedToSignIn() {
        assertProblem(401, desk.visitor().get(THREADS));
        assertProblem(401, desk.visitor().post(SUBMIT, JSON, GOOD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "{", "[]", "{\"message\":\"a\"} b", "{\"message\":\"a\""})
    void whatIsNotOneJsonObjectIsMalformed(String body) {
        assertProblem(400, desk.signedIn("Ann").post(SUBMIT, JSON, body));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                   | message",
                "{\"message\":null}                   | message",
                "{\"message\":\" \\u200b \"}          | message",
                "{\"message\":7}                      | message",
                "{\"message\":\"a\",\"subject\":[]}   | subject",
                "{\"message\":{},\"subject\":1}       | message subject"
            })
    void everyBadFieldIsNamed(String body, String fields) {
        var problem = assertProblem(422, desk.signedIn("Ann").post(SUBMIT, JSON, body));
        var named = problem.getJsonArray("errors").getValuesAs(JsonObject.class).stream()
                .map(error -> error.getString("field"))
                .sorted()
                .collect(Collectors.joining(" "));
        assertEquals(fields, named);
    }

    @Test
    void whatIsUnknownDeepOrHugeDoesNoHarm() {
        var ann = desk.signedIn("Ann");
        ann.post(SUBMIT, JSON, "{\"message\":\"a\",\"x\":{\"y\":[" + "9".repeat(3000) + "]},\"message\":\"b\"}")
                .expect(201);
        assertProblem(400, ann.post(SUBMIT, JSON, "{\"message\":" + "[".repeat(30_000)));
        assertEquals("b", texts(ann.thread()));
    }

    @Test
    void aBodyOverSixtyFourKibibytesIsRefusedHoweverItIsSent() {
        var ann = desk.signedIn("Ann");
        var body = "{\"message\":\"" + "a".repeat(70_000) + "\"}";
        assertProblem(413, ann.post(SUBMIT, JSON, body));
        var chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes()));
        assertProblem(
                413, ann.send(ann.request(SUBMIT).header("Content-Type", JSON).POST(chunked)));
    }

    @Test
    void aBodyThatComesSlowlyHoldsNoConnectionToTheDatabase() throws IOException {
        var ann = desk.signedIn("Ann");
        var slow = new ArrayList<Socket>();
        try {
            for (int i = 0; i < SLOW; i++) {
                slow.add(beginsToSubmit(ann));
            }
            for (int i = 0; i < SLOW; i++) {
                desk.signedIn("Bob").submitFeedback("", "came later and is answered");
            }
            var held = desk.database().sql("select 1 from pg_stat_activity where state = 'idle in transaction'");
            assertTrue(held.size() < SLOW, held.size() + " connections");
            for (var caller : slow) {
                caller.getOutputStream().write("slow\"}".getBytes(StandardCharsets.UTF_8));
                var answer = new String(caller.getInputStream().readNBytes(12), StandardCharsets.UTF_8);
                assertEquals("HTTP/1.1 201", answer);
            }
        } finally {
            for (var caller : slow) {
                caller.close();
            }
        }
    }

    private Socket beginsToSubmit(Browser person) throws IOException {
        var cookies = person.cookies().getCookieStore().get(desk.url()).stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        var socket = new Socket(desk.url().getHost(), desk.url().getPort());
        var beginning =
                """
                POST /api/feedback/submit/ HTTP/1.1
                Host: %s
                Cookie: %s
                Content-Type: application/json
                Content-Length: 18
                Connection: close

                {"message":"\
                """
                        .formatted(desk.url().getAuthority(), cookies);
        socket.getOutputStream().write(beginning.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    @Test
    void onlyJsonIsTaken() {
        var ann = desk.signedIn("Ann");
        assertProblem(415, ann.post(SUBMIT, "text/plain", GOOD));
        assertProblem(415, ann.post(SUBMIT, "application/x-www-form-urlencoded", "message=a"));
        assertProblem(415, ann.send(ann.request(SUBMIT).POST(BodyPublishers.ofString(GOOD))));
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, https://evil.example",
        "Origin, null",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site"
    })
    void anotherSiteCannotAsk(String header, String value) {
        var ann = desk.signedIn("Ann");
        var request = ann.request(SUBMIT).header("Content-Type", JSON).header(header, value);
        assertProblem(403, ann.send(request.POST(BodyPublishers.ofString(GOOD))));
    }

    @Test
    void ourOwnPagesCan() {
        var ann = desk.signedIn("Ann");
        var request = ann.request(SUBMIT)
                .header("Content-Type", JSON)
                .header("Origin", desk.url().toString());
        ann.send(request.POST(BodyPublishers.ofString(GOOD))).expect(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "limit=", "limit=x", "before=x", "before=", "before=-1"})
    void badParametersAreNamed(String query) {
        var problem = assertProblem(422, desk.signedIn("Ann").get(THREADS + "?" + query));
        var field = problem.getJsonArray("errors").getJsonObject(0).getString("field");
        assertEquals(query.substring(0, query.indexOf('=')), field);
    }

    @Test
    void otherMethodsTypesAndAddressesAreProblemsToo() {
        var ann = desk.signedIn("Ann");
        var refused = ann.get(SUBMIT);
        assertProblem(405, refused);
        assertTrue(refused.headers().firstValue("Allow").orElseThrow().contains("POST"));
        assertProblem(404, ann.get("/api/nothing/"));
        assertProblem(404, ann.get("/api/"));
        ann.send(ann.request(THREADS).header("Accept", "text/html")).expect(200);
    }

    private static JsonObject assertProblem(int status, Page page) {
        page.expect(status);
        var type = page.headers().firstValue("Content-Type").orElseThrow();
        assertTrue(type.startsWith("application/problem+json"), type);
        assertEquals("no-store", page.headers().firstValue("Cache-Control").orElseThrow());
        var problem = page.json();
        assertEquals(status, problem.getInt("status"));
        assertFalse(problem.getString("title").isBlank()
                || problem.getString("detail").isBlank());
        return problem;
    }

    private static String texts(JsonObject thread) {
        return thread.getJsonArray("messages").getValuesAs(JsonObject.class).stream()
                .map(message -> message.getString("text"))
                .collect(Collectors.joining(" "));
    }
}
