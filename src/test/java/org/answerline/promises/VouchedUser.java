package org.answerline.promises;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;

/** A user for whom a site vouches: requests as the widget of one page makes them, with a token, and with the cookies of a browser. */
record VouchedUser(Browser browser, String token) {
    VouchedUser(Desk desk, String token) {
        this(desk.visitor(), token);
    }

    HttpRequest.Builder request(String path) {
        return browser.request(path).header("Authorization", "Bearer " + token);
    }

    Page send(HttpRequest.Builder request) {
        return browser.send(request);
    }

    Page get(String path) {
        return send(request(path).GET());
    }

    Page ask(String json) {
        return send(request("/api/feedback/submit/")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    void asks(String text) {
        ask("{\"message\":\"" + text + "\"}").expect(201);
    }

    List<String> threadTexts() {
        return get("/api/feedback/threads/")
                .expect(200)
                .json()
                .getJsonArray("messages")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(message -> message.getString("text"))
                .toList();
    }

    LiveStream listen() {
        return browser.listen(request("/api/feedback/events/"));
    }
}
