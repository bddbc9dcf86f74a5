package org.answerline.sandbox.telegram;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Server-sent events for the page: every changed message, and a hint when anything else has changed. */
final class EventStream implements ChatWatcher, AutoCloseable {
    private static final int MAX_LISTENERS = 16;
    private static final int BUFFER = 5000;
    private static final String ANYTHING = "event: state\ndata: {}\n\n";
    private static final String LOST = "event: lost\ndata: {}\n\n";

    private final Set<BlockingQueue<String>> listeners = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    @Override
    public void changed(SandboxMessage message) {
        if (!listeners.isEmpty()) {
            publish("event: message\ndata: " + AsciiJson.write(PageJson.message(message)) + "\n\n");
        }
    }

    @Override
    public void accessChanged(Chat chat, Access now) {
        changed();
    }

    void changed() {
        publish(ANYTHING);
    }

    /** A listener that is too slow loses its oldest events and is told to look at the whole state again. */
    private void publish(String event) {
        for (BlockingQueue<String> listener : listeners) {
            if (!listener.offer(event)) {
                listener.clear();
                listener.offer(LOST);
            }
        }
    }

    void open(HttpExchange exchange) {
        if (listeners.size() >= MAX_LISTENERS) {
            Answer.text(503, "text/plain", "Too many pages are open").send(exchange);
            return;
        }
        BlockingQueue<String> queue = new ArrayBlockingQueue<>(BUFFER);
        listeners.add(queue);
        Thread thread = new Thread(() -> pour(queue, exchange), "sandbox-events");
        thread.setDaemon(true);
        thread.start();
    }

    private void pour(BlockingQueue<String> queue, HttpExchange exchange) {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            String event = "retry: 1000\n\n";
            while (!closed) {
                out.write(event.getBytes(StandardCharsets.UTF_8));
                out.flush();
                String next = queue.poll(10, TimeUnit.SECONDS);
                event = next == null ? ": still here\n\n" : next;
            }
        } catch (IOException gone) {
            // The page was closed.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            listeners.remove(queue);
        }
    }

    @Override
    public void close() {
        closed = true;
        changed();
    }
}
