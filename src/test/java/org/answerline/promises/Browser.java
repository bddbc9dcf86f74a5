package org.answerline.promises;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.answerline.sandbox.UnquotedCookies;

/** One person at one browser: keeps cookies, fills in forms, and follows a redirect only when asked to. */
final class Browser {

    /** Good enough for any rule about passwords. */
    static final String PASSWORD = "correct horse battery staple";

    private URI site;
    private final CookieManager cookies = UnquotedCookies.manager();
    private final HttpClient client = HttpClient.newBuilder()
            // As browsers do without TLS.
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private String email;

    Browser(URI site) {
        this.site = site;
    }

    /** Names the address of somebody who signs in at a provider. */
    void knownAs(String address) {
        email = address;
    }

    /** The address this person signed up with. */
    String email() {
        return email;
    }

    /** The cookies, to look at or to steal. */
    CookieManager cookies() {
        return cookies;
    }

    /** From now on the same browser is served by another node. */
    void goTo(URI node) {
        site = node;
    }

    /** Opens a page. */
    Page get(String path) {
        return send(request(path).GET());
    }

    /** Opens the page a redirect leads to; any other page is returned as it is. */
    Page follow(Page page) {
        return page.location().map(to -> get(to.toString())).orElse(page);
    }

    /** Opens the page with the form, fills in the fields given, and submits it with all its hidden fields. */
    Page submit(String path, Map<String, String> fields) {
        return submit(get(path), fields);
    }

    /** Fills in the form of this page that has these fields and submits it. */
    Page submit(Page page, Map<String, String> fields) {
        var form = page.form(fields);
        return post(form.action().toString(), form.fields());
    }

    /** Posts these fields alone, as a forged form would. */
    Page post(String path, Map<String, String> fields) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Forms.encode(fields))));
    }

    /** Posts JSON. */
    Page post(String path, JsonObject json) {
        return post(path, "application/json", json.toString());
    }

    /** Posts any body. */
    Page post(String path, String type, String body) {
        return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    /** Uploads a file by the API. */
    Page upload(String name, byte[] content) {
        return send(request("/api/feedback/files/?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(content)));
    }

    /** Uploads a file, which must be taken; its id. */
    String uploaded(String name, byte[] content) {
        return upload(name, content).expect(201).json().getString("id");
    }

    /** Asks with files uploaded before, which must be taken; the message's number. */
    long askWith(String message, String... ids) {
        var files = Json.createArrayBuilder(List.of(ids));
        var json = Json.createObjectBuilder().add("message", message).add("files", files);
        return post("/api/feedback/submit/", json.build())
                .expect(201)
                .json()
                .getJsonNumber("id")
                .longValue();
    }

    /** Fills in the form and attaches files, without any JavaScript. */
    Page askByForm(Map<String, String> fields, Map<String, byte[]> files) {
        return submitWithFiles(get("/support/").form(fields), files);
    }

    /** Sends a form that was filled in before, with files. */
    Page submitWithFiles(FilledForm form, Map<String, byte[]> files) {
        var multipart = new Multipart();
        form.fields().forEach(multipart::field);
        files.forEach((name, content) -> multipart.file("files", name, content));
        return send(request(form.action().toString())
                .header("Content-Type", multipart.type())
                .POST(BodyPublishers.ofByteArray(multipart.body())));
    }

    /** Downloads what is at an address. */
    HttpResponse<byte[]> download(String path) {
        return download(request(path).GET());
    }

    /** Downloads what a request asks for. */
    HttpResponse<byte[]> download(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    /** A request to this site, for what has no verb here; {@link #send} sends it. */
    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(site.resolve(path)).timeout(Duration.ofSeconds(60));
    }

    /** Sends a request with this person's cookies. */
    Page send(HttpRequest.Builder request) {
        try {
            return new Page(client.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    /** Makes an account and is signed in with it. */
    Page signUp(String newEmail, String fullName) {
        email = newEmail;
        var fields = Map.of("email", email, "full_name", fullName, "password", PASSWORD);
        return submit("/account/sign-up/", fields).expect(303);
    }

    /** Signs in to an account made before, here or in another browser. */
    Page signIn(String knownEmail) {
        email = knownEmail;
        return submit("/account/sign-in/", Map.of("email", email, "password", PASSWORD));
    }

    /** Writes to the support through the form and returns the answer, a redirect to the success page if all went well. */
    Page ask(String subject, String message) {
        return submit("/support/", Map.of("subject", subject, "message", message));
    }

    /** Writes to the support through the JSON API, which must accept it. */
    JsonObject submitFeedback(String subject, String message) {
        var json = Json.createObjectBuilder().add("subject", subject).add("message", message);
        return post("/api/feedback/submit/", json.build()).expect(201).json();
    }

    /** The conversation as the JSON API tells it. */
    JsonObject thread() {
        return get("/api/feedback/threads/").expect(200).json();
    }

    /** Opens the stream of live updates by this request. */
    LiveStream listen(HttpRequest.Builder request) {
        return LiveStream.open(client, request.build());
    }

    /** Opens the stream of live updates, from now on or from where it broke off. */
    LiveStream listen(String... lastEventId) {
        var request = HttpRequest.newBuilder(site.resolve("/api/feedback/events/"));
        for (String position : lastEventId) {
            request.header("Last-Event-ID", position);
        }
        return LiveStream.open(client, request.build());
    }
}
