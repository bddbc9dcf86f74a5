package org.answerline.sandbox.telegram;

import com.sun.net.httpserver.HttpExchange;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What goes back to a caller over HTTP.
 *
 * @param outcome one line for the request log
 */
record Answer(int status, String type, byte[] body, int retryAfter, String outcome) {
    static Answer json(int status, JsonValue value, String outcome) {
        byte[] body = AsciiJson.write(value).getBytes(StandardCharsets.US_ASCII);
        return new Answer(status, "application/json", body, 0, outcome);
    }

    static Answer text(int status, String type, String body) {
        return new Answer(status, type, body.getBytes(StandardCharsets.UTF_8), 0, status + " " + type);
    }

    Answer retryAfter(int seconds) {
        return new Answer(status, type, body, seconds, outcome);
    }

    Answer empty() {
        return new Answer(status, type, new byte[0], 0, outcome + ", the body lost");
    }

    Answer cut() {
        return new Answer(status, type, Arrays.copyOf(body, body.length / 2), 0, outcome + ", the body cut");
    }

    /** Sends the headers and half of the body, and leaves the caller waiting for the rest. */
    void begin(HttpExchange exchange) {
        try {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body, 0, body.length / 2);
            exchange.getResponseBody().flush();
        } catch (IOException gone) {
            exchange.close();
        }
    }

    void send(HttpExchange exchange) {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            if (retryAfter > 0) {
                exchange.getResponseHeaders().set("Retry-After", String.valueOf(retryAfter));
            }
            boolean bodiless = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(status, bodiless ? -1 : body.length);
            if (!bodiless) {
                exchange.getResponseBody().write(body);
            }
        } catch (IOException gone) {
            // The caller hung up before the answer; what it asked for is done all the same.
        }
    }
}
