package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.answerline.sandbox.Await;
import org.answerline.sandbox.telegram.Fault;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A message can be followed through the log by ids, from the request to Telegram, without a word of what it says. */
@Tag("main-loop")
@Tag("payara-only")
@UsesDesk(SharedDesk.OPTIONAL_FEATURES)
class StructuredLogIT {
    private static final String SUBMIT = "/api/feedback/submit/";

    @Test
    void idsLeadFromTheRequestToTelegram() {
        var desk = SharedDesk.OPTIONAL_FEATURES.desk();
        var ann = Customer.linked(desk, "Ann Followed");
        desk.telegram()
                .faults()
                .add(Fault.serverError(500).times(1).method("sendMessage").chat(500));
        var body = Json.createObjectBuilder()
                .add("message", "Where is the zebra that is followed?")
                .build()
                .toString();
        var browser = ann.browser();
        var message = browser.send(browser.request(SUBMIT)
                        .header("Content-Type", "application/json")
                        .header("X-Request-Id", "the-request-1")
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body)))
                .expect(201)
                .json()
                .getInt("id");
        var operator = new Operator(desk);
        operator.reply(operator.sees("Where is the zebra that is followed?"), "With the keeper, of course");
        ann.receives("With the keeper, of course");
        var queued = entry(desk, "Put into the outbox", "request", "the-request-1");
        assertEquals(Integer.toString(message), queued.getString("message"));
        var tried = entry(desk, "was not taken", "message", Integer.toString(message));
        assertTrue(tried.getString("Level").contains("WARNING"));
        assertEquals(
                queued.getString("message"),
                entry(desk, "Sent to Telegram", "delivery", tried.getString("delivery"))
                        .getString("message"));
        var answer = entries(desk).stream()
                .filter(entry -> entry.containsKey("update"))
                .toList();
        assertFalse(answer.isEmpty());
        assertTrue(answer.stream().allMatch(entry -> entry.containsKey("request")));
        assertTrue(
                entries(desk).stream()
                        .noneMatch(entry -> entry.getString("LoggerName", "").contains(".web.ha")),
                "a server alone looks for sessions in no grid");
    }

    private static JsonObject entry(Desk desk, String words, String field, String value) {
        Await.until(words + " with " + field + "=" + value, () -> found(desk, words, field, value)
                .isPresent());
        return found(desk, words, field, value).orElseThrow();
    }

    private static Optional<JsonObject> found(Desk desk, String words, String field, String value) {
        return entries(desk).stream()
                .filter(entry -> entry.getString("LogMessage", "").contains(words)
                        && entry.getString(field, "").equals(value))
                .findFirst();
    }

    /** Every line of ours is an object; the server's first words come before its logging is set up. */
    private static List<JsonObject> entries(Desk desk) {
        return desk.server()
                .log()
                .lines()
                .filter(line -> line.startsWith("{") && line.endsWith("}"))
                .map(StructuredLogIT::read)
                .toList();
    }

    private static JsonObject read(String line) {
        try (var reader = Json.createReader(new StringReader(line))) {
            return reader.readObject();
        }
    }
}
