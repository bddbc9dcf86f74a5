package org.answerline.sandbox.telegram;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.Set;
import org.answerline.sandbox.telegram.BotApiMethods.Result;

/** setWebhook, deleteWebhook, getWebhookInfo and the refusal of getUpdates. */
final class WebhookMethods {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Webhook webhook;

    WebhookMethods(Webhook webhook) {
        this.webhook = webhook;
    }

    /** Not naming a secret removes it; not naming allowed_updates keeps them. */
    Result set(Parameters parameters) throws Refusal {
        String url = parameters.text("url").strip();
        if (url.isEmpty()) {
            return delete(parameters);
        }
        checkUrl(url);
        checkSecret(parameters.text("secret_token"));
        WebhookSettings before = webhook.settings();
        WebhookSettings now = new WebhookSettings(
                url, parameters.text("secret_token"), allowed(parameters, before), connections(parameters));
        webhook.set(now, parameters.flag("drop_pending_updates"));
        return new Result(JsonValue.TRUE, now.equals(before) ? "Webhook is already set" : "Webhook was set");
    }

    Result delete(Parameters parameters) {
        WebhookSettings before = webhook.settings();
        webhook.set(before.removed(), parameters.flag("drop_pending_updates"));
        return new Result(JsonValue.TRUE, before.isSet() ? "Webhook was deleted" : "Webhook is already deleted");
    }

    private static int connections(Parameters parameters) {
        long asked = parameters.has("max_connections") ? parameters.number("max_connections") : 40;
        return (int) Math.max(1, Math.min(100, asked));
    }

    private static Set<String> allowed(Parameters parameters, WebhookSettings before) {
        return AsciiJson.read(parameters.text("allowed_updates"))
                .filter(JsonArray.class::isInstance)
                .map(names -> WebhookSettings.kinds(names.asJsonArray()))
                .orElse(before.allowed());
    }

    private static void checkUrl(String url) throws Refusal {
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException malformed) {
            throw Refusal.badRequest("bad webhook: invalid webhook URL specified");
        }
        boolean secure = "https".equalsIgnoreCase(uri.getScheme());
        boolean near = "http".equalsIgnoreCase(uri.getScheme()) && THIS_MACHINE.contains(uri.getHost());
        if (uri.getHost() == null || !secure && !near) {
            throw Refusal.badRequest("bad webhook: An HTTPS URL must be provided for webhook");
        }
    }

    private static void checkSecret(String secret) throws Refusal {
        if (secret.length() > 256) {
            throw Refusal.badRequest("secret token is too long");
        }
        if (!secret.matches("[A-Za-z0-9_-]*")) {
            throw Refusal.badRequest("secret token contains unallowed characters");
        }
    }

    JsonObject info() {
        WebhookInfo info = webhook.info();
        WebhookSettings settings = webhook.settings();
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("url", info.url())
                .add("has_custom_certificate", false)
                .add("pending_update_count", info.pending());
        if (info.lastErrorDate() != null) {
            json.add("last_error_date", info.lastErrorDate().getEpochSecond());
            json.add("last_error_message", info.lastErrorMessage());
        }
        if (settings.isSet()) {
            json.add("max_connections", settings.maxConnections()).add("ip_address", "127.0.0.1");
        }
        if (!settings.allowed().isEmpty()) {
            json.add("allowed_updates", Json.createArrayBuilder(settings.allowed()));
        }
        return json.build();
    }

    Result getUpdates(Parameters parameters) throws Refusal {
        throw Refusal.of(
                409,
                webhook.settings().isSet()
                        ? "Conflict: can't use getUpdates method while webhook is active;"
                                + " use deleteWebhook to delete the webhook first"
                        : "Conflict: this sandbox gives updates to a webhook only");
    }
}
