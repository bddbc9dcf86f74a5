package org.answerline.sandbox.telegram;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Sends updates at least once: one queue a chat, strictly in order, one at a time, different queues in parallel; what is not
 * answered with 2xx is sent again and holds up its queue.
 */
final class Webhook {
    private static final Duration KEPT = Duration.ofHours(24);

    /** One queue; the queue keeps callback queries and the like apart from messages. */
    record QueueKey(String lane, long id) {}

    private static final class Line {
        final QueueKey key;
        final Deque<SandboxUpdate> updates = new ArrayDeque<>();
        int failures;

        Line(QueueKey key) {
            this.key = key;
        }
    }

    private final Map<QueueKey, Line> lines = new HashMap<>();
    private final Deque<Line> ready = new ArrayDeque<>();
    private final WebhookCaller caller;
    private final ScheduledExecutorService timer;
    private final double rateLimits;
    private final Consumer<HttpResponse<String>> answered;
    private WebhookSettings settings = WebhookSettings.NONE;
    private int active;
    private int pending;
    private Instant lastErrorDate;
    private String lastErrorMessage = "";

    Webhook(
            WebhookCaller caller,
            ScheduledExecutorService timer,
            double rateLimits,
            Consumer<HttpResponse<String>> answered) {
        this.caller = caller;
        this.timer = timer;
        this.rateLimits = rateLimits;
        this.answered = answered;
    }

    synchronized WebhookSettings settings() {
        return settings;
    }

    synchronized void set(WebhookSettings now, boolean dropPending) {
        settings = now;
        lastErrorDate = null;
        lastErrorMessage = "";
        if (dropPending) {
            lines.clear();
            ready.clear();
            pending = 0;
            notifyAll();
        }
        pump();
    }

    synchronized void add(QueueKey key, SandboxUpdate update) {
        if (!settings.wants(update.kind())) {
            return;
        }
        Line line = lines.computeIfAbsent(key, Line::new);
        line.updates.add(update);
        pending++;
        if (line.updates.size() == 1) {
            ready.add(line);
            pump();
        }
    }

    private void pump() {
        while (settings.isSet() && active < settings.maxConnections() && !ready.isEmpty()) {
            Line line = ready.poll();
            SandboxUpdate update = line.updates.peek();
            if (update.created().plus(KEPT).isBefore(Instant.now())) {
                delivered(line);
            } else {
                active++;
                send(line, update);
            }
        }
    }

    private void send(Line line, SandboxUpdate update) {
        caller.post(settings.url(), settings.secret(), update.json()).whenComplete((response, failure) -> {
            boolean well = response != null && response.statusCode() / 100 == 2;
            update.attempted(response == null ? 0 : response.statusCode());
            if (well) {
                answered.accept(response);
            }
            finished(line, well, response, failure);
        });
    }

    private synchronized void finished(Line line, boolean well, HttpResponse<String> response, Throwable failure) {
        active--;
        if (lines.get(line.key) == line) {
            if (well) {
                delivered(line);
            } else {
                lastErrorDate = Instant.now();
                lastErrorMessage = WebhookCaller.problem(response, failure);
                retryLater(line, response);
            }
        }
        notifyAll();
        pump();
    }

    private void delivered(Line line) {
        line.updates.remove();
        line.failures = 0;
        pending--;
        if (line.updates.isEmpty()) {
            lines.remove(line.key);
        } else {
            ready.add(line);
        }
    }

    /** The first retry comes at once, or when the webhook asks for it; then after 2, 4, 8 … 60 s. */
    private void retryLater(Line line, HttpResponse<String> response) {
        double seconds = line.failures == 0 ? 0 : Math.min(60, Math.pow(2, Math.min(line.failures, 6)));
        long asked = response == null
                ? 0
                : response.headers()
                        .firstValue("Retry-After")
                        .map(Webhook::seconds)
                        .orElse(0L);
        line.failures++;
        long millis = (long) (Math.max(seconds, Math.min(asked, 3600)) * 1000 * rateLimits);
        try {
            timer.schedule(() -> retry(line), millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            // Closed meanwhile; nothing is sent any more.
        }
    }

    private static long seconds(String header) {
        return header.matches("\\d{1,9}") ? Long.parseLong(header) : 0;
    }

    private synchronized void retry(Line line) {
        if (lines.get(line.key) == line) {
            ready.add(line);
            pump();
        }
    }

    synchronized WebhookInfo info() {
        return new WebhookInfo(settings.url(), pending, lastErrorDate, lastErrorMessage);
    }

    synchronized boolean awaitIdle(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (pending > 0 || active > 0) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }
}
