package org.answerline.promises;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import org.answerline.sandbox.ServerErrors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

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
            throw new AssertionError(
                    "Expected " + status + " from " + url() + ", got " + status() + ":\n" + body() + serverErrors());
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
        } catch (JsonException e) {
            throw new AssertionError("No JSON from " + url() + " (" + status() + "):\n" + body() + serverErrors(), e);
        }
    }

    /** The body as HTML. */
    Document html() {
        return Jsoup.parse(body(), url().toString());
    }

    /** The form of the page that has all these fields; the first one of its main part for none. */
    FilledForm form(Map<String, String> fields) {
        return html().select("main form[method=post]").stream()
                .map(form -> new FilledForm(url(), form, fields))
                .filter(FilledForm::isComplete)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No form with " + fields.keySet() + " at " + url() + " ("
                        + status() + "):\n" + body() + serverErrors()));
    }

    /** Why the server failed, by its log; empty if this page is not its failure. */
    private String serverErrors() {
        return status() < 500 ? "" : ServerErrors.latestAt(url());
    }
}
