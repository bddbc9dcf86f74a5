package org.answerline.sandbox.telegram;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest Bot API calls, oldest first. */
final class RequestLog {
    private static final int REMEMBERED = 50_000;

    private final Deque<BotRequest> requests = new ArrayDeque<>();

    synchronized void add(Call call, int status, String outcome, boolean carriedOut) {
        Parameters parameters = call.parameters();
        requests.add(new BotRequest(
                call.sender(),
                call.connection(),
                call.at(),
                Instant.now(),
                call.method(),
                parameters.number("chat_id"),
                parameters.all(),
                status,
                outcome,
                carriedOut));
        if (requests.size() > REMEMBERED) {
            requests.remove();
        }
    }

    synchronized List<BotRequest> all() {
        return List.copyOf(requests);
    }
}
