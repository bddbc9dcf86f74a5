package org.answerline.sandbox.telegram;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** Makes one HTTP request to the webhook, over kept-alive connections, following no redirect. */
final class WebhookCaller {
    static final String SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token";

    private final HttpClient client;
    private final Duration timeout;

    WebhookCaller(Executor executor, Duration timeout) {
        this.timeout = timeout;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(executor)
                .build();
    }

    CompletableFuture<HttpResponse<String>> post(String url, String secret, String json) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        if (!secret.isEmpty()) {
            request.header(SECRET_HEADER, secret);
        }
        return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    static String problem(HttpResponse<String> response, Throwable failure) {
        if (response != null) {
            return "Wrong response from the webhook: " + response.statusCode() + phrase(response.statusCode());
        }
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof ConnectException) {
            return "Connection refused";
        }
        return cause instanceof HttpTimeoutException ? "Read timeout expired" : "Connection closed";
    }

    private static String phrase(int status) {
        return switch (status) {
            case 302 -> " Found";
            case 400 -> " Bad Request";
            case 401 -> " Unauthorized";
            case 403 -> " Forbidden";
            case 404 -> " Not Found";
            case 413 -> " Request Entity Too Large";
            case 429 -> " Too Many Requests";
            case 500 -> " Internal Server Error";
            case 502 -> " Bad Gateway";
            case 503 -> " Service Unavailable";
            default -> "";
        };
    }
}
