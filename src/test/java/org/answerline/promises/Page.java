package org.answerline.promises;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What the desk answered to one request, whatever its kind. */
final class Page {

    private final HttpResponse<String> response;

    Page(HttpResponse<String> response) {
        this.response = response;
    }

    /** The HTTP status. */
    int status() {
        return response.statusCode();
    }

    /** The body as it came. */
    String body() {
        return response.body();
    }

    /** The headers. */
    HttpHeaders headers() {
        return response.headers();
    }

    /** The address that answered. */
    URI url() {
        return response.uri();
    }

    /** This page, if it has the status. */
    Page expect(int status) {
        if (status() != status) {
            throw new AssertionError("Expected " + status + " from " + url() + ", got " + status() + ":\n" + body());
        }
        return this;
    }

    /** Where a redirect leads. */
    Optional<URI> location() {
        return headers().firstValue("Location").map(url()::resolve);
    }

    /** The body as a JSON object. */
    JsonObject json() {
        try (var reader = Json.createReader(new StringReader(body()))) {
            return reader.readObject();
        }
    }

    /** The body as HTML. */
    Document html() {
        return Jsoup.parse(body(), url().toString());
    }

    /** The hidden fields of the form, the CSRF token among them. */
    Map<String, String> hiddenFields() {
        var fields = new LinkedHashMap<String, String>();
        form().select("input[type=hidden]").forEach(field -> fields.put(field.attr("name"), field.val()));
        return fields;
    }

    /** Where the form goes, this page itself if it does not say. */
    URI formAction() {
        var action = form().absUrl("action");
        return action.isEmpty() ? url() : URI.create(action);
    }

    private Element form() {
        var form = html().selectFirst("main form[method=post], form[method=post]");
        if (form == null) {
            throw new AssertionError("No form at " + url() + " (" + status() + "):\n" + body());
        }
        return form;
    }
}
