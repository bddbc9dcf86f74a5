package org.answerline.telegram;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Carries the REST client's requests by {@link HttpClient}, on every server alike.
 *
 * <p>The servers' own transports do not agree with a messenger that has no idempotency key: HttpURLConnection silently repeats a
 * POST whose connection broke, which would send a message twice. This one sends once, keeps connections, and has both time-outs.
 */
public final class HttpTransport implements ClientRequestFilter {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofMillis(milliseconds("telegram.connect-timeout")))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private static final Duration ANSWER_TIMEOUT = Duration.ofMillis(milliseconds("telegram.answer-timeout"));

    /** A whole album has to pass in it. */
    private static final Duration UPLOAD_TIMEOUT = Duration.ofMillis(milliseconds("telegram.upload-timeout"));

    private static long milliseconds(String setting) {
        return ConfigProvider.getConfig().getValue(setting, Long.class);
    }

    @Override
    public void filter(ClientRequestContext context) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(context.getUri())
                .timeout(context.getEntity() instanceof MultipartForm ? UPLOAD_TIMEOUT : ANSWER_TIMEOUT)
                .header("Content-Type", type(context.getEntity()))
                .POST(body(context.getEntity()))
                .build();
        try {
            HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            context.abortWith(Response.status(answer.statusCode())
                    .type(MediaType.APPLICATION_JSON)
                    .entity(answer.body())
                    .build());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while waiting for an answer");
        }
    }

    /** Opens what is at an address; its answer has to begin in time, and its stream has to be closed. */
    static HttpResponse<InputStream> open(URI address) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(UPLOAD_TIMEOUT).GET().build();
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while waiting for a file");
        }
    }

    private static String type(Object entity) {
        return entity instanceof MultipartForm form ? form.contentType() : MediaType.APPLICATION_JSON;
    }

    private static HttpRequest.BodyPublisher body(Object entity) throws IOException {
        return entity instanceof MultipartForm form
                ? form.publisher()
                : HttpRequest.BodyPublishers.ofString((String) entity);
    }
}
