package org.answerline.sandbox.telegram;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Optional;

/** Gives the contents of files: to the bot at {@code /file/bot<TOKEN>/<path>}, to the page at {@code /sandbox-file/<file_id>}. */
final class FileDoor implements HttpHandler {
    private static final int NOT_FOUND = 404;

    private final String prefix;
    private final Faults faults;

    FileDoor(String prefix, Faults faults) {
        this.prefix = prefix;
        this.faults = faults;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String id = path.substring(path.lastIndexOf('/') + 1);
        Optional<StoredFile> file = path.startsWith(prefix) ? StoredFile.find(id) : Optional.empty();
        Call call = new Call(
                "", 0, java.time.Instant.now(), "download", Parameters.of(jakarta.json.JsonValue.EMPTY_JSON_OBJECT));
        if (faults.strike(call).isPresent()) {
            // Nothing comes, or a cut content: to the one who fetches it is the same.
            exchange.close();
            return;
        }
        file.map(FileDoor::answer)
                .orElseGet(() -> Answer.text(NOT_FOUND, "application/json", "{\"ok\":false,\"error_code\":404}"))
                .send(exchange);
    }

    private static Answer answer(StoredFile file) {
        String type = file.sort().equals("photo") ? "image/jpeg" : "application/octet-stream";
        return new Answer(200, type, file.content(), 0, "ok");
    }
}
