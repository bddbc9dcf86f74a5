package org.answerline.account.openid;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.answerline.platform.text.JsonReaders;

/** Requests JSON from the provider, with short time-outs because a user waits. */
final class ProviderHttp {
    static final int CONNECT_SECONDS = 3;
    static final int ANSWER_SECONDS = 10;
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(CONNECT_SECONDS))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private ProviderHttp() {}

    static HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address)).header("Accept", "application/json");
    }

    /** Returns the body of a successful response. */
    static JsonObject ask(HttpRequest.Builder request) throws OpenIdException {
        HttpResponse<String> answer = send(request.build());
        try (JsonReader reader = JsonReaders.createReader(new StringReader(answer.body()))) {
            JsonObject json = reader.readObject();
            String error = json.getString("error", "no error code");
            if (error.equals("invalid_grant")) {
                throw new OpenIdException(
                        OpenIdException.Reason.LOST, "the provider does not know the code, or no longer");
            }
            if (answer.statusCode() != 200) {
                throw fault(answer, error);
            }
            return json;
        } catch (JsonException noJson) {
            throw fault(answer, "not JSON");
        }
    }

    // This limit covers the whole response, the client's only the time until the response begins.
    private static HttpResponse<String> send(HttpRequest request) throws OpenIdException {
        var sent = CLIENT.sendAsync(request, HttpResponse.BodyHandlers.ofString());
        try {
            return sent.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException away) {
            sent.cancel(true);
            throw new OpenIdException(OpenIdException.Reason.UNAVAILABLE, away);
        } catch (InterruptedException stopping) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw new OpenIdException(OpenIdException.Reason.UNAVAILABLE, new IOException("stopped while waiting"));
        }
    }

    private static OpenIdException fault(HttpResponse<String> answer, String why) {
        return new OpenIdException(
                OpenIdException.Reason.UNAVAILABLE,
                answer.uri().getPath() + " answered " + answer.statusCode() + ", " + why);
    }
}
