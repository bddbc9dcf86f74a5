package org.answerline.telegram;

import jakarta.annotation.Priority;
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
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.answerline.platform.config.Settings;
import org.answerline.platform.config.SettingsProducer;
import org.answerline.platform.config.TelegramSettings;

/**
 * Carries the REST client's requests by {@link HttpClient}, on every server alike.
 *
 * <p>The servers' own transports do not agree with a messenger that has no idempotency key: HttpURLConnection silently repeats a
 * POST whose connection broke, which would send a message twice. This one sends once, keeps connections, and has both time-outs.
 *
 * <p>The time-out of an answer is ours: the client's own ends with the headers, and an answer that stops in the middle of its body
 * would hold its chat for ever.
 *
 * <p>It is the last of the client's filters, because it answers in place of the network: a tracer's has to come before.
 */
@Priority(Integer.MAX_VALUE)
public final class JdkHttpTransport implements ClientRequestFilter {

    private static final Settings SETTINGS = SettingsProducer.serverSettings();

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(SETTINGS.get(TelegramSettings.CONNECT_TIMEOUT))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private static final Duration ANSWER_TIMEOUT = SETTINGS.get(TelegramSettings.ANSWER_TIMEOUT);

    /** A whole album has to pass in it, or a file that comes from Telegram. */
    private static final Duration UPLOAD_TIMEOUT = SETTINGS.get(TelegramSettings.UPLOAD_TIMEOUT);

    @Override
    public void filter(ClientRequestContext context) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(withToken(context.getUri()))
                .header("Content-Type", type(context.getEntity()))
                .POST(body(context.getEntity()))
                .build();
        Duration patience = context.getEntity() instanceof MultipartForm ? UPLOAD_TIMEOUT : ANSWER_TIMEOUT;
        HttpResponse<String> answer = answer(CLIENT.sendAsync(request, HttpResponse.BodyHandlers.ofString()), patience);
        context.abortWith(Response.status(answer.statusCode())
                .type(MediaType.APPLICATION_JSON)
                .entity(answer.body())
                .build());
    }

    /** The token comes into the address only here, so that no trace, log or exception of a REST client can hold it. */
    static URI withToken(URI address) {
        String token = SETTINGS.get(TelegramSettings.BOT_TOKEN);
        return URI.create(address.toString().replaceFirst("/(?=[A-Za-z]+$)", "/bot" + token + "/"));
    }

    private static HttpResponse<String> answer(CompletableFuture<HttpResponse<String>> coming, Duration patience)
            throws IOException {
        try {
            return coming.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new HttpTimeoutException("no whole answer in " + patience);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException fault ? fault : new IOException(failed.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while waiting for an answer");
        } finally {
            // Closes the connection of an answer that is not whole; does nothing to one that is.
            coming.cancel(true);
        }
    }

    /**
     * Opens what is at an address; its answer has to begin in time, and what {@link #whole} makes of it has to be closed.
     */
    static HttpResponse<InputStream> open(URI address) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(ANSWER_TIMEOUT).GET().build();
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while waiting for a file");
        }
    }

    /** The content of an answer, which has to come whole in the time that an upload may take. */
    static InputStream whole(HttpResponse<InputStream> answer, long expected) {
        return new WholeInTime(answer.body(), expected, ANSWER_TIMEOUT, UPLOAD_TIMEOUT);
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
