package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A double click, a reload or a retry on a bad network stores one message. */
@UsesDesk(together = SharedDesk.USUAL_TOGETHER)
class IdempotentSubmitIT {
    private static final String SUBMIT = "/api/feedback/submit/";

    private final Desk desk = SharedDesk.USUAL_TOGETHER.desk();

    @Test
    void theSameKeyAndBodyGetTheFirstAnswerAgain() {
        var ann = desk.signedIn("Ann");
        String key = UUID.randomUUID().toString();
        var first = submit(ann, key, "Where is it?").expect(201).json();
        var again = submit(ann, key, "Where is it?").expect(201).json();
        assertEquals(first, again);
        assertEquals(1, messages(ann));
    }

    @Test
    void theSameKeyAtTheSameInstantStoresOneMessage() {
        var ann = desk.signedIn("Ann");
        String key = UUID.randomUUID().toString();
        List<CompletableFuture<JsonObject>> answers = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> submit(ann, key, "Once").expect(201).json()))
                .limit(5)
                .toList();
        assertEquals(1, answers.stream().map(CompletableFuture::join).distinct().count());
        assertEquals(1, messages(ann));
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        var ann = desk.signedIn("Ann");
        String key = UUID.randomUUID().toString();
        submit(ann, key, "One").expect(201);
        submit(ann, key, "Two").expect(422);
        assertEquals(1, messages(ann));
    }

    @Test
    void aKeyBelongsToItsUser() {
        String key = UUID.randomUUID().toString();
        var ann = submit(desk.signedIn("Ann"), key, "Same words").expect(201).json();
        var bob = submit(desk.signedIn("Bob"), key, "Same words").expect(201).json();
        assertNotEquals(ann.getInt("id"), bob.getInt("id"));
    }

    @Test
    void withoutAKeyTheSameWordsAreTwoQuestions() {
        var ann = desk.signedIn("Ann");
        ann.submitFeedback("", "Hello?");
        ann.submitFeedback("", "Hello?");
        assertEquals(2, messages(ann));
    }

    @Test
    void aKeyThatIsNoneIsNamed() {
        var ann = desk.signedIn("Ann");
        submit(ann, "k".repeat(201), "One").expect(400);
        assertEquals(0, messages(ann));
    }

    @Test
    void aFormSentTwiceStoresOneMessageAndTheSameSuccessPage() {
        var ann = desk.signedIn("Ann");
        var form = ann.get("/support/").expect(200);
        var first = ann.submit(form, Map.of("subject", "", "message", "Clicked twice"))
                .expect(303);
        var again = ann.submit(form, Map.of("subject", "", "message", "Clicked twice"))
                .expect(303);
        assertEquals(first.location(), again.location());
        assertEquals(1, messages(ann));
    }

    @Test
    void aFormGoneBackToAndEditedIsAnotherQuestion() {
        var ann = desk.signedIn("Ann");
        var form = ann.get("/support/").expect(200);
        ann.submit(form, Map.of("subject", "", "message", "First")).expect(303);
        ann.submit(form, Map.of("subject", "", "message", "Second")).expect(303);
        assertEquals(2, messages(ann));
    }

    private static Page submit(Browser who, String key, String message) {
        String body = Json.createObjectBuilder().add("message", message).build().toString();
        return who.send(who.request(SUBMIT)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static int messages(Browser who) {
        return who.thread().getJsonArray("messages").size();
    }
}
