package org.answerline.sandbox;

import jakarta.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** What the owner of a bot does once by hand: tells the Bot API where the desk listens. */
public final class WebhookRegistration {

    private WebhookRegistration() {}

    /**
     * Registers the desk's webhook.
     *
     * @param api where the Bot API is, without a slash at the end
     * @param site where the desk is, without a slash at the end
     * @param secret what the Bot API shall send with every update
     * @throws IllegalStateException with the Bot API's own words if it refuses
     * @see <a href="https://core.telegram.org/bots/api#setwebhook">setWebhook</a>
     */
    public static void register(URI api, String token, URI site, String secret) {
        var body = Json.createObjectBuilder()
                .add("url", site + "/telegram/support-webhook/")
                .add("secret_token", secret)
                .add(
                        "allowed_updates",
                        Json.createArrayBuilder()
                                .add("message")
                                .add("edited_message")
                                .add("my_chat_member")
                                .add("callback_query"))
                .build();
        var request = HttpRequest.newBuilder(URI.create(api + "/bot" + token + "/setWebhook"))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        try {
            var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("setWebhook was refused: " + response.body());
            }
        } catch (IOException e) {
            throw new IllegalStateException("setWebhook failed: " + e.getClass().getSimpleName(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted in setWebhook", e);
        }
    }
}
