package org.answerline.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Sends the requests of a plan one after the other from this process: to count, not to measure time. */
final class OneByOne {

    private final LoadPlan plan;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    OneByOne(LoadPlan plan) {
        this.plan = plan;
    }

    /** So many, each of which has to be answered as hoped. */
    void send(int count) {
        var requests = new Requests(plan);
        for (int i = 0; i < count; i++) {
            var path = URI.create("http://localhost:" + plan.port() + requests.path());
            var request = HttpRequest.newBuilder(path)
                    .timeout(Duration.ofSeconds(20))
                    .header("Content-Type", "application/json")
                    .header(requests.header(), requests.headerValue())
                    .method(
                            requests.hasBody() ? "POST" : "GET",
                            requests.hasBody() ? BodyPublishers.ofByteArray(requests.body()) : BodyPublishers.noBody());
            expect(status(request.build()), path);
        }
    }

    private static void expect(int status, URI path) {
        if (status / 100 != 2) {
            throw new IllegalStateException(path + " answers " + status);
        }
    }

    private int status(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
