package org.answerline.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks whether a page is there. */
final class Probe {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    private Probe() {}

    /** Whether the page is there: a redirect or a refusal is an answer, "not found" or a failing server is none. */
    static boolean answers(URI page) {
        var request =
                HttpRequest.newBuilder(page).timeout(Duration.ofSeconds(20)).build();
        try {
            var status = CLIENT.send(request, BodyHandlers.discarding()).statusCode();
            return status < 500 && status != 404;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
