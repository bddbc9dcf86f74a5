package org.answerline.sandbox.telegram;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** The page at {@code /}, and at {@code /<BotUsername>?start=…} where deep links lead. */
final class SandboxPage implements HttpHandler {
    private static final Map<String, String> FILES = Map.of(
            "/sandbox.css", "text/css; charset=utf-8",
            "/sandbox.js", "text/javascript; charset=utf-8");

    private final String username;

    SandboxPage(String username) {
        this.username = username;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        if (FILES.containsKey(path)) {
            file(path, FILES.get(path)).send(exchange);
        } else if (path.equals("/") || path.equalsIgnoreCase("/" + username)) {
            file("/sandbox.html", "text/html; charset=utf-8").send(exchange);
        } else if (path.equals("/favicon.ico")) {
            Answer.text(204, "image/x-icon", "").send(exchange);
        } else {
            Answer.text(404, "text/plain; charset=utf-8", "Nothing here. The chats are at /\n")
                    .send(exchange);
        }
    }

    private static Answer file(String name, String type) throws IOException {
        try (InputStream in = SandboxPage.class.getResourceAsStream("/sandbox" + name)) {
            if (in == null) {
                throw new IOException("The resource /sandbox" + name + " is missing");
            }
            return new Answer(200, type, in.readAllBytes(), 0, name);
        }
    }
}
