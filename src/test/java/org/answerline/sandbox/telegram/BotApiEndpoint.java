package org.answerline.sandbox.telegram;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers {@code /bot<TOKEN>/<method>}, with or without {@code /from/<sender>} before it, or lets a fault answer in its stead. */
final class BotApiEndpoint implements HttpHandler {
    /** What stands before the name of a sender in an address of the Bot API. */
    static final String FROM = "/from/";

    private static final String BAD_GATEWAY = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n"
            + "<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx/1.18.0</center>\r\n</body>\r\n</html>\r\n";

    private static final String WELCOME = "<!doctype html><title>Welcome</title><p>Please sign in to this network.";
    private static final Pattern ADDRESS = Pattern.compile("(?:" + FROM + "([^/]+))?/bot(.*)");

    private final String token;
    private final BotApiMethods methods;
    private final Faults faults;
    private final RequestLog log;
    private final ScheduledExecutorService timer;
    private final Executor workers;
    private final Set<HttpExchange> hanging = ConcurrentHashMap.newKeySet();

    BotApiEndpoint(
            String token,
            BotApiMethods methods,
            Faults faults,
            RequestLog log,
            ScheduledExecutorService timer,
            Executor workers) {
        this.token = token;
        this.methods = methods;
        this.faults = faults;
        this.log = log;
        this.timer = timer;
        this.workers = workers;
        faults.whenCleared(this::dropHanging);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try {
            Call call = read(exchange);
            faults.strike(call)
                    .ifPresentOrElse(fault -> strike(exchange, call, fault), () -> answer(exchange, call, run(call)));
        } catch (Refusal refusal) {
            refusal.answer().send(exchange);
        }
    }

    private Call read(HttpExchange exchange) throws IOException, Refusal {
        Instant now = Instant.now();
        Matcher address = ADDRESS.matcher(exchange.getRequestURI().getPath());
        if (!address.matches()) {
            throw Refusal.of(404, "Not Found");
        }
        String path = address.group(2);
        int slash = path.indexOf('/');
        if (slash < 0 || slash == path.length() - 1) {
            throw Refusal.of(404, "Not Found");
        }
        String given = path.substring(0, slash);
        if (given.indexOf(':') < 0 || given.startsWith("0") || given.length() > 80) {
            throw Refusal.of(401, "Unauthorized: invalid token specified");
        }
        if (!given.equals(token)) {
            throw Refusal.of(401, "Unauthorized");
        }
        return new Call(
                Objects.requireNonNullElse(address.group(1), ""),
                exchange.getRemoteAddress().getPort(),
                now,
                path.substring(slash + 1),
                Parameters.read(exchange));
    }

    private Answer run(Call call) {
        return methods.run(call);
    }

    private void answer(HttpExchange exchange, Call call, Answer answer) {
        log.add(call, answer.status(), answer.outcome(), answer.status() == 200);
        answer.send(exchange);
    }

    private void strike(HttpExchange exchange, Call call, Fault fault) {
        if (fault.kind() == Fault.Kind.SLOW) {
            slow(exchange, call, fault);
            return;
        }
        Answer real = fault.afterEffect() ? run(call) : null;
        boolean done = real != null && real.status() == 200;
        Answer wrong = wrong(fault, real);
        log.add(call, wrong == null ? 0 : wrong.status(), "fault " + fault.kind(), done);
        if (fault.kind() == Fault.Kind.STALLED) {
            hanging.add(exchange);
            (real == null ? run(call) : real).begin(exchange);
        } else if (wrong != null && fault.kind() == Fault.Kind.REFUSED) {
            timer.schedule(
                    () -> workers.execute(() -> wrong.send(exchange)),
                    fault.length().toMillis(),
                    TimeUnit.MILLISECONDS);
        } else if (wrong != null) {
            wrong.send(exchange);
        } else if (fault.kind() == Fault.Kind.HANGING) {
            hanging.add(exchange);
        } else {
            // Closed before any header is sent, the exchange closes its connection.
            exchange.close();
        }
    }

    /** The spoilt answer, or null if there is none at all. */
    private static Answer wrong(Fault fault, Answer real) {
        return switch (fault.kind()) {
            case TOO_MANY_REQUESTS ->
                Refusal.tooManyRequests((int) fault.length().toSeconds()).answer();
            case SERVER_ERROR ->
                Refusal.of(fault.status(), "Internal Server Error: restart").answer();
            case REFUSED -> Refusal.of(fault.status(), fault.words()).answer();
            case UNAUTHORIZED -> Refusal.of(401, "Unauthorized").answer();
            case BAD_GATEWAY -> Answer.text(502, "text/html", BAD_GATEWAY);
            case WEB_PAGE -> Answer.text(200, "text/html", WELCOME);
            case EMPTY_BODY -> Answer.text(200, "application/json", "");
            case CUT_JSON -> real == null ? Answer.text(200, "application/json", "{\"ok\":tr") : real.cut();
            default -> null;
        };
    }

    /** Waits without holding a thread. */
    private void slow(HttpExchange exchange, Call call, Fault fault) {
        Answer early = fault.afterEffect() ? run(call) : null;
        Runnable late = () -> workers.execute(() -> answer(exchange, call, early == null ? run(call) : early));
        timer.schedule(late, fault.length().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void dropHanging() {
        hanging.forEach(exchange -> {
            hanging.remove(exchange);
            exchange.close();
        });
    }
}
