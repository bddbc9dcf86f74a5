package org.answerline.promises;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.function.Predicate;
import org.answerline.sandbox.Await;

/** An open stream of live updates as a browser's EventSource reads it; no thread of its own. */
final class LiveStream implements Subscriber<String>, AutoCloseable {

    /** One event: its name, its id, and its data as JSON. */
    record Event(String name, String id, JsonObject data) {}

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final CompletableFuture<Subscription> subscription = new CompletableFuture<>();
    private volatile boolean over;
    private volatile boolean alive;

    private LiveStream() {}

    /** Opens the stream and returns when its first event is there. */
    static LiveStream open(HttpClient client, HttpRequest request) {
        var stream = new LiveStream();
        client.sendAsync(request, BodyHandlers.fromLineSubscriber(stream)).whenComplete((response, failure) -> {
            stream.over = true;
        });
        stream.awaitTelegram(data -> true);
        return stream;
    }

    /** All events so far. */
    List<Event> events() {
        return List.copyOf(events);
    }

    /** All messages so far that have these words. */
    List<JsonObject> messages(String words) {
        return events.stream()
                .filter(event -> event.name().equals("message"))
                .map(Event::data)
                .filter(data -> data.getString("text").contains(words))
                .toList();
    }

    /** The first message with these words in this delivery state, as soon as it is there. */
    Event awaitMessage(String words, String delivery) {
        return await(
                "message",
                data -> data.getString("text").contains(words)
                        && data.getString("delivery").equals(delivery));
    }

    /** The first word about Telegram of this kind, as soon as it is there. */
    Event awaitTelegram(Predicate<JsonObject> kind) {
        return await("telegram", kind);
    }

    /** The first word about whose turn it is that says this, as soon as it is there. */
    Event awaitState(String state) {
        return await("state", data -> data.getString("state").equals(state));
    }

    /** Where to go on after a break. */
    String lastEventId() {
        return events.get(events.size() - 1).id();
    }

    /** Whether the server has ended it. */
    boolean isOver() {
        return over;
    }

    /** Whether the server has shown that it is there without having anything to say. */
    boolean isAlive() {
        return alive;
    }

    private Event await(String name, Predicate<JsonObject> kind) {
        return Await.present(name + " on a stream with " + events, () -> first(name, kind));
    }

    private Optional<Event> first(String name, Predicate<JsonObject> kind) {
        return events.stream()
                .filter(event -> event.name().equals(name) && kind.test(event.data()))
                .findFirst();
    }

    @Override
    public void onSubscribe(Subscription body) {
        subscription.complete(body);
        body.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        if (!line.isEmpty()) {
            lines.add(line);
            return;
        }
        alive |= lines.contains(":");
        if (lines.size() == 3) {
            events.add(new Event(value(0, "event: "), value(1, "id: "), json(value(2, "data: "))));
        }
        lines.clear();
    }

    private String value(int line, String name) {
        if (!lines.get(line).startsWith(name)) {
            throw new IllegalStateException("Not " + name + ": " + lines);
        }
        return lines.get(line).substring(name.length());
    }

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    @Override
    public void onError(Throwable failure) {
        over = true;
    }

    @Override
    public void onComplete() {
        over = true;
    }

    /** Breaks the connection off, as a lost network would. */
    @Override
    public void close() {
        subscription.join().cancel();
    }
}
