package org.answerline.sandbox.chaos;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.answerline.sandbox.UnquotedCookies;
import org.jsoup.Jsoup;

/** A browser whose requests go to any node, as through a balancer that remembers nobody. */
final class Visitor {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PASSWORD = "correct horse battery staple";

    private final List<Node> nodes;
    private final Random random;
    private final int number;
    private final Journal journal;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(UnquotedCookies.manager())
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private Node askedNode;
    private Instant asked;
    /** When the session was known to be there last. */
    private Instant signedIn;

    /** A message on the site, with its state of delivery. */
    record Shown(String text, String delivery) {}

    Visitor(int number, List<Node> nodes, Random random, Journal journal) {
        this.number = number;
        this.nodes = nodes;
        this.random = random;
        this.journal = journal;
    }

    /** Opens an account and returns what links a Telegram to it. */
    String signUp() {
        for (int attempt = 0; attempt < 20; attempt++) {
            form("/account/sign-up/", Map.of("email", email(), "full_name", "Person " + number, "password", PASSWORD));
            var thread = send("/api/feedback/threads/", HttpRequest.Builder::GET);
            if (thread.filter(answer -> answer.statusCode() == 200).isPresent()) {
                signedIn = asked;
                var body = thread.get().body();
                return body.replaceAll("(?s).*start=([A-Za-z0-9_-]+).*", "$1");
            }
            Pause.of(Duration.ofMillis(500));
        }
        throw new IllegalStateException("Person " + number + " could not sign up");
    }

    /** Asks through the form. */
    Journal.Fate askInForm(String text) {
        var answer = form("/support/", Map.of("subject", "", "message", text));
        return answer.flatMap(Visitor::signInPage)
                .map(this::sendDraftAfterSigningIn)
                .orElseGet(() -> fate("form", answer, 303));
    }

    /** Where a visitor whose session is lost is sent with a question: it is kept as a draft and not accepted yet. */
    private static Optional<String> signInPage(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(URI::create)
                .map(Visitor::path)
                .filter(path -> answer.statusCode() == 303 && path.startsWith("/account/sign-in/"));
    }

    private static String path(URI location) {
        return location.getRawPath() + (location.getRawQuery() == null ? "" : "?" + location.getRawQuery());
    }

    /** Follows the browser's way: signing in leads to the address that sends the draft, which may be opened again when no answer comes. */
    private Journal.Fate sendDraftAfterSigningIn(String signInPage) {
        var next = path(URI.create(signInAgain(signInPage)));
        while (true) {
            var sent = send(next, HttpRequest.Builder::GET);
            if (sent.filter(one -> one.statusCode() < 500).isPresent()) {
                return fate("draft", sent, 303);
            }
            Pause.about(Duration.ofMillis(500), random);
        }
    }

    /** Asks through the JSON channel. */
    Journal.Fate askInJson(String text) {
        var body = Json.createObjectBuilder().add("message", text).build().toString();
        var answer = send("/api/feedback/submit/", request -> request.header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
        if (answer.filter(one -> one.statusCode() == 401).isPresent()) {
            signInAgain();
        }
        return fate("JSON", answer, 201);
    }

    private Journal.Fate fate(String channel, Optional<HttpResponse<String>> answer, int good) {
        if (answer.isEmpty() || answer.get().statusCode() >= 500) {
            return Journal.Fate.UNKNOWN;
        }
        if (answer.get().statusCode() == good) {
            signedIn = asked;
            return Journal.Fate.ACCEPTED;
        }
        if (answer.get().statusCode() == 404) {
            journal.notFound.add(new Journal.NotFound(askedNode.name(), asked, Instant.now()));
        }
        journal.refusals.merge(channel + " " + answer.get().statusCode(), 1, Integer::sum);
        return Journal.Fate.REFUSED;
    }

    /** The whole conversation as the site shows it: all messages of the API, and the page as it is. */
    List<Shown> shown() {
        List<Shown> all = new ArrayList<>();
        String next = "";
        while (next != null) {
            var page = thread(next);
            page.getJsonArray("messages")
                    .getValuesAs(JsonObject.class)
                    .forEach(message -> all.add(new Shown(message.getString("text"), message.getString("delivery"))));
            next = page.isNull("next") ? null : "&before=" + page.getJsonNumber("next");
        }
        send("/support/", HttpRequest.Builder::GET).ifPresent(page -> all.add(new Shown(page.body(), "page")));
        return all;
    }

    private JsonObject thread(String cursor) {
        while (true) {
            var answer = send("/api/feedback/threads/?limit=200" + cursor, HttpRequest.Builder::GET);
            if (answer.filter(one -> one.statusCode() == 200).isPresent()) {
                var page =
                        Json.createReader(new StringReader(answer.get().body())).readObject();
                if (!page.isNull("user")) {
                    return page;
                }
                signInAgain();
            } else if (answer.filter(one -> one.statusCode() == 401).isPresent()) {
                signInAgain();
            } else {
                Pause.of(Duration.ofMillis(500));
            }
        }
    }

    private void signInAgain() {
        signInAgain("/account/sign-in/");
    }

    /** Returns where signing in leads to. */
    private String signInAgain(String page) {
        journal.lostSessions.add(new Journal.LostSession(number, signedIn, Instant.now()));
        while (true) {
            var answer = form(page, Map.of("email", email(), "password", PASSWORD));
            if (answer.filter(one -> one.statusCode() == 303).isPresent()) {
                signedIn = Instant.now();
                return answer.get().headers().firstValue("Location").orElseThrow();
            }
            Pause.about(Duration.ofSeconds(1), random);
        }
    }

    /** Opens the page, as often as it takes, and submits its form once; empty when no answer came. */
    private Optional<HttpResponse<String>> form(String path, Map<String, String> fields) {
        while (true) {
            var page = send(path, HttpRequest.Builder::GET);
            if (page.filter(one -> one.statusCode() == 200).isPresent()) {
                return submit(path, page.get().body(), fields);
            }
            if (page.filter(one -> one.statusCode() == 303 && path.equals("/support/"))
                    .isPresent()) {
                signInAgain();
            } else {
                Pause.about(Duration.ofMillis(500), random);
            }
        }
    }

    private Optional<HttpResponse<String>> submit(String path, String page, Map<String, String> fields) {
        var all = new LinkedHashMap<String, String>();
        Jsoup.parse(page)
                .select("main form[method=post] input[type=hidden]")
                .forEach(hidden -> all.put(hidden.attr("name"), hidden.val()));
        all.putAll(fields);
        return send(path, request -> request.header("Content-Type", "application/x-www-form-urlencoded")
                .POST(encoded(all)));
    }

    private static BodyPublisher encoded(Map<String, String> fields) {
        return BodyPublishers.ofString(fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&")));
    }

    private interface Making {
        HttpRequest.Builder of(HttpRequest.Builder request);
    }

    /** Tries nodes until one takes the connection; empty when it broke after that. */
    private Optional<HttpResponse<String>> send(String path, Making making) {
        while (true) {
            askedNode = Node.anyOf(nodes, random);
            asked = Instant.now();
            var request = HttpRequest.newBuilder(askedNode.url().resolve(path))
                    .timeout(PATIENCE)
                    .header("X-Forwarded-For", "10.0.0." + number);
            try {
                return Optional.of(client.send(making.of(request).build(), BodyHandlers.ofString()));
            } catch (ConnectException nobodyThere) {
                Pause.about(Duration.ofMillis(200), random);
            } catch (IOException broken) {
                return Optional.empty();
            } catch (InterruptedException stop) {
                throw new Pause.Stopped();
            }
        }
    }

    private String email() {
        return "person-" + number + "@example.org";
    }
}
