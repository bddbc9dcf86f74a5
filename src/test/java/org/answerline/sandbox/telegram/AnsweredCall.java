package org.answerline.sandbox.telegram;

import jakarta.json.JsonString;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The method call that a webhook's answer may carry. */
final class AnsweredCall {
    private static final Set<String> IGNORED = Set.of("setwebhook", "deletewebhook", "close", "logout");

    private AnsweredCall() {}

    static Optional<Call> in(HttpResponse<String> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (!type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            return Optional.empty();
        }
        return AsciiJson.readObject(response.body())
                .filter(json -> json.get("method") instanceof JsonString)
                .map(json -> new Call("", 0, Instant.now(), json.getString("method"), Parameters.of(json)))
                .filter(AnsweredCall::isCarriedOut);
    }

    private static boolean isCarriedOut(Call call) {
        String method = call.method().toLowerCase(Locale.ROOT);
        return !method.startsWith("get") && !IGNORED.contains(method);
    }
}
