package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** A double click, a reload, or a retry on a bad network stores one message and tells the operator once. */
class SubmittedOnceIT {

    private static final int TIMES = 6;

    private final Desk desk = Desk.shared();
    private final Operator operator = new Operator(desk);

    @Test
    void byTheSameKeyWithTheSameWords() {
        var anna = Customer.of(desk, "Anna");
        var key = UUID.randomUUID().toString();
        var text = Customer.words("Sent again");
        var first = submit(anna, key, text).expect(201).json();
        var second = submit(anna, key, text).expect(201).json();
        assertEquals(first.getInt("id"), second.getInt("id"));
        assertEquals(first.getString("created_at"), second.getString("created_at"));
        assertStoredOnce(anna, text);
    }

    @Test
    void byTheSameKeyAtTheSameInstant() throws Exception {
        var boris = Customer.of(desk, "Boris");
        var key = UUID.randomUUID().toString();
        var text = Customer.words("Sent many times");
        Callable<Integer> call =
                () -> submit(boris, key, text).expect(201).json().getInt("id");
        var ids = Updates.atOnce(Collections.nCopies(TIMES, call));
        assertEquals(1, ids.stream().distinct().count(), ids.toString());
        assertStoredOnce(boris, text);
    }

    @Test
    void andTheSameKeyWithOtherWordsIsRefused() {
        var clara = Customer.of(desk, "Clara");
        var key = UUID.randomUUID().toString();
        var text = Customer.words("The first words");
        submit(clara, key, text).expect(201);
        var refused = submit(clara, key, "Other words").expect(422);
        assertTrue(refused.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json"));
        assertStoredOnce(clara, text);
    }

    @Test
    void andAKeyBelongsToItsUser() {
        var david = Customer.of(desk, "David");
        var dora = Customer.of(desk, "Dora");
        var key = UUID.randomUUID().toString();
        var his = submit(david, key, Customer.words("his")).expect(201).json();
        var hers = submit(dora, key, Customer.words("hers")).expect(201).json();
        assertNotEquals(his.getInt("id"), hers.getInt("id"));
    }

    @Test
    void andWithoutAKeyTheSameWordsAreTwoQuestions() {
        var eve = Customer.of(desk, "Eve");
        var text = Customer.words("Any news?");
        assertNotEquals(eve.asks(text), eve.asks(text));
        assertEquals(List.of(text, text), eve.threadTexts());
    }

    @Test
    void byADoubleClickOnTheForm() throws Exception {
        var fred = Customer.of(desk, "Fred");
        var text = Customer.words("Clicked twice");
        var form = fred.browser().get("/support/").form(Map.of("subject", "", "message", text));
        Callable<String> click = () -> fred.browser()
                .post(form.action().toString(), form.fields())
                .expect(303)
                .location()
                .orElseThrow()
                .toString();
        var places = Updates.atOnce(Collections.nCopies(TIMES, click));
        assertEquals(1, places.stream().distinct().count(), places.toString());
        assertEquals(places.get(0), click.call(), "sent again after going back");
        assertStoredOnce(fred, text);
    }

    private static Page submit(Customer customer, String key, String text) {
        var json = Json.createObjectBuilder()
                .add("subject", "")
                .add("message", text)
                .build();
        return customer.browser()
                .send(customer.browser()
                        .request("/api/feedback/submit/")
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(json.toString())));
    }

    private void assertStoredOnce(Customer customer, String text) {
        assertEquals(List.of(text), customer.threadTexts());
        operator.sees(text);
        operator.toldOn(operator.hands().write(Customer.words("fence")));
        assertEquals(1, operator.seen(text).size());
    }
}
