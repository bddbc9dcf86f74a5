package org.answerline.account.identity;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads a key set of at most 256 KB from a URL, within five seconds and without following redirects, or from a file.
 *
 * @param location http, https or file
 */
record KeySetSource(URI location) implements PublishedKeys.Source {
    private static final int LARGEST = 256 * 1024;
    private static final int SECONDS = 5;
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(SECONDS))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @Override
    public String read() throws IOException {
        byte[] content = location.getScheme().equals("file") ? file() : response();
        return new String(content, StandardCharsets.UTF_8);
    }

    private byte[] file() throws IOException {
        try (InputStream file = Files.newInputStream(Path.of(location))) {
            byte[] content = file.readNBytes(LARGEST + 1);
            if (content.length > LARGEST) {
                throw tooLarge();
            }
            return content;
        }
    }

    // The limit of a request covers only the time until the response begins, this one the whole response.
    private byte[] response() throws IOException {
        HttpRequest request = HttpRequest.newBuilder(location)
                .header("Accept", "application/jwk-set+json, application/json")
                .build();
        var sent = CLIENT.sendAsync(request, status -> new LimitedBody(LARGEST));
        try {
            HttpResponse<byte[]> response = sent.get(SECONDS, TimeUnit.SECONDS);
            if (response.statusCode() != 200) {
                throw new IOException("the server answered " + response.statusCode());
            }
            return response.body();
        } catch (ExecutionException failure) {
            throw new IOException(failure.getCause().toString());
        } catch (TimeoutException slow) {
            sent.cancel(true);
            throw new IOException("the server did not answer within " + SECONDS + " s");
        } catch (InterruptedException stopping) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        }
    }

    static IOException tooLarge() {
        return new IOException("it is larger than " + LARGEST + " bytes");
    }
}
