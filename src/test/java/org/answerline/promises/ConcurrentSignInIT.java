package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.answerline.sandbox.Await;
import org.junit.jupiter.api.Test;

/** Very many people sign in at the same time: each is let in or told to come again, and everything else goes on. */
@UsesDesk(SharedDesk.USUAL)
class ConcurrentSignInIT {
    private static final int CROWD = 250;
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void theWebhookAndTheHealthChecksAnswerInTheMeantime() throws Exception {
        var desk = SharedDesk.USUAL.desk();
        var ann = desk.signedIn("Ann");
        var email = desk.account("Crowd");
        var requests =
                IntStream.range(0, CROWD).mapToObj(i -> signIn(desk, email, i)).toList();
        List<CompletableFuture<HttpResponse<String>>> crowd = new ArrayList<>();
        requests.forEach(request -> crowd.add(CLIENT.sendAsync(request, HttpResponse.BodyHandlers.ofString())));
        // While they wait: none of these needs a password, so none waits behind one.
        int answered = 0;
        do {
            assertEquals(200, desk.telegram().deliverRaw("{\"update_id\":" + (7000 + answered) + "}"));
            ann.get("/health/ready").expect(200);
            ann.get("/support/").expect(200);
            answered++;
        } while (crowd.stream().anyMatch(one -> !one.isDone()));
        assertTrue(answered > 1, "the crowd was too small to tell anything");
        var statuses = crowd.stream().map(one -> one.join().statusCode()).toList();
        assertTrue(statuses.stream().allMatch(status -> status == 303 || status == 503), statuses.toString());
        assertTrue(statuses.contains(303), statuses.toString());
        crowd.stream()
                .map(CompletableFuture::join)
                .filter(one -> one.statusCode() == 503)
                .forEach(busy -> {
                    assertTrue(busy.headers().firstValue("Retry-After").isPresent());
                    assertTrue(busy.body().contains(email), "what was typed is kept");
                });
        Await.until("no transaction is left open", () -> desk.database()
                .sql("select 1 from pg_stat_activity where state = 'idle in transaction'")
                .isEmpty());
    }

    /** From an address and in a session of its own, as a proxy on this machine passes it on. */
    private static HttpRequest signIn(Desk desk, String email, int number) {
        try {
            var site = desk.url().resolve("/account/sign-in/");
            var answer = CLIENT.send(HttpRequest.newBuilder(site).build(), HttpResponse.BodyHandlers.ofString());
            var fields = new Page(answer)
                    .form(Map.of("email", email, "password", Browser.PASSWORD))
                    .fields();
            var cookies = answer.headers().allValues("Set-Cookie").stream()
                    .map(cookie -> cookie.replaceFirst(";.*", ""))
                    .collect(Collectors.joining("; "));
            return HttpRequest.newBuilder(site)
                    .timeout(Duration.ofMinutes(3))
                    .header("Cookie", cookies)
                    .header("X-Forwarded-For", "198.51.100." + number)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(Forms.encode(fields)))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
