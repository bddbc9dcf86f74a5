package org.answerline.sandbox.telegram;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A webhook that keeps what it is sent and answers as told, for the sandbox's own tests. */
final class WebhookListener implements AutoCloseable {
    record Received(JsonObject update, String secret) {
        String text() {
            return update.getJsonObject("message").getString("text");
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Received> received = Collections.synchronizedList(new ArrayList<>());
    private volatile Function<Received, Integer> status = update -> 200;
    private volatile String body = "";

    WebhookListener() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String json = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII);
            String secret = exchange.getRequestHeaders().getFirst(WebhookCaller.SECRET_HEADER);
            Received update = new Received(AsciiJson.readObject(json).orElseThrow(), secret == null ? "" : secret);
            received.add(update);
            byte[] answer = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(status.apply(update), answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    List<String> texts() {
        return received().stream().map(Received::text).toList();
    }

    void answering(Function<Received, Integer> statuses) {
        status = statuses;
    }

    void answeringBody(String json) {
        body = json;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
