package org.answerline.promises;

import java.net.http.HttpRequest.BodyPublishers;
import org.answerline.sandbox.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the API answers is what its description says, in every kind of case. */
@UsesDesk(together = SharedDesk.USUAL_TOGETHER)
class OpenApiIT {
    private static final String SUBMIT = "/api/feedback/submit/";
    private static final String THREADS = "/api/feedback/threads/";
    private static final String WIDGET = "/api/feedback/widget/";
    private static final String JSON = "application/json";
    private static final String GOOD = "{\"subject\":\"s\",\"message\":\"hello\"}";

    private final Desk desk = SharedDesk.USUAL_TOGETHER.desk();
    private final ApiDescription api = ApiDescription.of(desk);

    @Test
    void aConversationIsAsDescribed() {
        var ann = Customer.linked(desk, "Ann");
        var text = Customer.words("What is described?");
        submitted(ann.browser().post(SUBMIT, JSON, GOOD)).expect(201);
        ann.asks(text);
        var operator = new Operator(desk);
        operator.reply(operator.sees(text), "Everything.");
        Await.until("the answer is there", () -> ann.thread().size() == 3);
        api.assertPromised("get", THREADS, ann.browser().get(THREADS)).expect(200);
        api.assertPromised("get", THREADS, ann.browser().get(THREADS + "?limit=1"))
                .expect(200);
    }

    @Test
    void somebodyWithoutTelegramGetsTheLinkAsDescribed() {
        var bob = desk.signedIn("Bob");
        api.assertPromised("get", THREADS, bob.get(THREADS)).expect(200);
        submitted(bob.post(SUBMIT, JSON, GOOD)).expect(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru", "xx"})
    void theWordsOfTheWidgetAreAsDescribed(String language) {
        api.assertPromised("get", WIDGET, desk.visitor().get(WIDGET + "?language=" + language))
                .expect(200);
    }

    @Test
    void theDescriptionDescribesItself() {
        api.assertPromised("get", "/api/openapi.json", desk.visitor().get("/api/openapi.json"))
                .expect(200);
    }

    @Test
    void everyRefusalIsAsDescribed() {
        var ann = desk.signedIn("Ann");
        submitted(desk.visitor().post(SUBMIT, JSON, GOOD)).expect(401);
        submitted(ann.post(SUBMIT, JSON, "{")).expect(400);
        submitted(ann.post(SUBMIT, JSON, "{\"message\":\"" + "a".repeat(70_000) + "\"}"))
                .expect(413);
        submitted(ann.post(SUBMIT, "text/plain", "hello")).expect(415);
        submitted(ann.post(SUBMIT, JSON, "{}")).expect(422);
        submitted(ann.get(SUBMIT)).expect(405);
        var elsewhere = ann.request(SUBMIT).header("Content-Type", JSON).header("Origin", "https://evil.example");
        submitted(ann.send(elsewhere.POST(BodyPublishers.ofString(GOOD)))).expect(403);
        api.assertPromised("get", THREADS, desk.visitor().get(THREADS)).expect(401);
        api.assertPromised("get", THREADS, ann.get(THREADS + "?limit=0")).expect(422);
        api.assertPromised("get", THREADS, desk.visitor().get(THREADS + "?signed_out=empty"))
                .expect(200);
        var pages = ann.request(THREADS).header("Accept", "text/html");
        api.assertPromised("get", THREADS, ann.send(pages)).expect(200);
    }

    @Test
    void aKeyUsedForAnotherQuestionIsRefusedAsDescribed() {
        var ann = desk.signedIn("Ann");
        for (int status : new int[] {201, 201, 422}) {
            var body = status == 422 ? "{\"message\":\"another\"}" : GOOD;
            var request = ann.request(SUBMIT)
                    .header("Content-Type", JSON)
                    .header("Idempotency-Key", "one")
                    .POST(BodyPublishers.ofString(body));
            submitted(ann.send(request)).expect(status);
        }
    }

    private Page submitted(Page page) {
        return api.assertPromised("post", SUBMIT, page);
    }
}
