package org.answerline.sandbox.telegram;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Gives the contents of files: to the bot at {@code /file/bot<TOKEN>/<path>}, to the page at {@code /sandbox-file/<file_id>}. */
final class FileEndpoint implements HttpHandler {
    private static final int NOT_FOUND = 404;

    private final String prefix;
    private final Faults faults;
    private final Set<HttpExchange> stalled = ConcurrentHashMap.newKeySet();

    FileEndpoint(String prefix, Faults faults) {
        this.prefix = prefix;
        this.faults = faults;
        faults.whenCleared(this::dropStalled);
    }

    /** Whether it asks a bot's file of an address that names its caller. */
    static boolean isFile(HttpExchange exchange) {
        return exchange.getRequestURI().getPath().contains("/file/bot");
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String id = path.substring(path.lastIndexOf('/') + 1);
        Optional<StoredFile> file = path.contains(prefix) ? StoredFile.find(id) : Optional.empty();
        Call call = new Call(
                "", 0, java.time.Instant.now(), "download", Parameters.of(jakarta.json.JsonValue.EMPTY_JSON_OBJECT));
        Optional<Fault> fault = faults.strike(call);
        if (fault.isPresent()) {
            strike(exchange, fault.get().kind(), file);
            return;
        }
        file.map(FileEndpoint::answer)
                .orElseGet(() -> Answer.text(NOT_FOUND, "application/json", "{\"ok\":false,\"error_code\":404}"))
                .send(exchange);
    }

    /** Half of it and then no more, half of it as if it were whole, or nothing. */
    private void strike(HttpExchange exchange, Fault.Kind kind, Optional<StoredFile> file) {
        if (kind == Fault.Kind.STALLED && file.isPresent()) {
            stalled.add(exchange);
            answer(file.get()).begin(exchange);
        } else if (kind == Fault.Kind.CUT_JSON && file.isPresent()) {
            answer(file.get()).cut().send(exchange);
        } else {
            exchange.close();
        }
    }

    private void dropStalled() {
        stalled.forEach(exchange -> {
            stalled.remove(exchange);
            exchange.close();
        });
    }

    private static Answer answer(StoredFile file) {
        String type = file.sort().equals("photo") ? "image/jpeg" : "application/octet-stream";
        return new Answer(200, type, file.content(), 0, "ok");
    }
}
