package org.answerline.sandbox.telegram;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Calls a sandbox as the desk would, for the sandbox's own tests. */
final class ApiClient {
    private final HttpClient client = HttpClient.newHttpClient();
    private final SandboxTelegram telegram;

    ApiClient(SandboxTelegram telegram) {
        this.telegram = telegram;
    }

    HttpResponse<String> post(String path, String type, String body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(telegram.apiUrl() + path))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return send(request);
    }

    HttpResponse<String> get(String path) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(telegram.apiUrl() + path)).build());
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    HttpResponse<String> raw(String method, String json) throws IOException {
        return post("/bot" + telegram.token() + "/" + method, "application/json", json);
    }

    JsonObject call(String method, String json) throws IOException {
        return AsciiJson.readObject(raw(method, json).body()).orElseThrow();
    }

    /** Sends a text and returns the sent Message. */
    JsonObject sent(long chatId, String text) throws IOException {
        JsonObject answer = call(
                "sendMessage",
                Json.createObjectBuilder()
                        .add("chat_id", chatId)
                        .add("text", text)
                        .build()
                        .toString());
        if (!answer.getBoolean("ok")) {
            throw new AssertionError(answer.toString());
        }
        return answer.getJsonObject("result");
    }

    String refusal(String method, String json) throws IOException {
        HttpResponse<String> response = raw(method, json);
        JsonObject answer = AsciiJson.readObject(response.body()).orElseThrow();
        if (answer.getBoolean("ok") || answer.getInt("error_code") != response.statusCode()) {
            throw new AssertionError(response.statusCode() + " " + answer);
        }
        return answer.getString("description");
    }
}
