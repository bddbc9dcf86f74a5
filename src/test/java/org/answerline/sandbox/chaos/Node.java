package org.answerline.sandbox.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.answerline.sandbox.ServerProcess;
import org.answerline.sandbox.ServerSetup;

/** One server that is killed now and then, and started again by somebody who looks after it. */
final class Node implements AutoCloseable {

    /** How long a start may take; beside other servers that start, on two cores, it takes minutes. */
    static final Duration START = Duration.ofMinutes(4);

    private static final List<String> PAGES = List.of("/account/sign-up/", "/account/sign-in/");

    private final String name;
    private final ServerProcess server;
    private final Journal journal;
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger kills = new AtomicInteger();
    private volatile boolean ready;
    private volatile boolean closed;
    private volatile String latestFailure = "none";

    Node(String name, ServerSetup setup, Journal journal) {
        this.name = name;
        this.journal = journal;
        journal.attendance.away(name, Instant.now());
        server = ServerProcess.start(setup, line -> {});
    }

    /** One that serves, as a balancer that asks for their health would choose; any when none does. */
    static Node anyOf(List<Node> nodes, Random random) {
        var ready = nodes.stream().filter(Node::isReady).toList();
        var choice = ready.isEmpty() ? nodes : ready;
        return choice.get(random.nextInt(choice.size()));
    }

    String name() {
        return name;
    }

    URI url() {
        return server.url();
    }

    boolean isReady() {
        return ready;
    }

    /** Whether it serves, and what kept it from starting last, for people. */
    String state() {
        return name + (ready ? " serves" : " does not serve") + ", latest failure of a start: " + latestFailure;
    }

    /** Returns when it serves; starts it again as often as that takes. */
    void awaitReady() {
        try {
            server.awaitReady(START);
            readyUnlessKilledSince(0, works());
        } catch (IllegalStateException notStarted) {
            latestFailure = notStarted.getMessage();
            ready = false;
        }
        if (!ready) {
            revive();
        }
    }

    /** Kills it without a word, even while it starts; somebody has to {@link #revive} it. */
    void kill() {
        synchronized (kills) {
            kills.incrementAndGet();
            ready = false;
            var from = Instant.now();
            journal.attendance.away(name, from);
            server.kill();
            journal.broke(Journal.Kind.SERVER_KILLED, name, from, Instant.now());
        }
    }

    /** Starts it until it serves: a database that is unavailable keeps it from starting. */
    synchronized void revive() {
        while (!ready && !closed) {
            int before = kills.get();
            try {
                server.restart(START);
                readyUnlessKilledSince(before, works());
            } catch (IllegalStateException | UncheckedIOException notStarted) {
                latestFailure = notStarted.getMessage();
                journal.brokenStarts.incrementAndGet();
                Pause.of(Duration.ofSeconds(1));
            }
        }
    }

    private void readyUnlessKilledSince(int before, boolean works) {
        synchronized (kills) {
            ready = works && kills.get() == before;
            if (ready) {
                journal.attendance.back(name, Instant.now());
            }
        }
    }

    private boolean works() {
        for (var page : PAGES) {
            var status = status(page);
            if (status != 200) {
                latestFailure = page + " answers " + status + " after the start";
                System.out.println(url() + latestFailure);
                journal.brokenStarts.incrementAndGet();
                return false;
            }
        }
        return true;
    }

    private int status(String page) {
        var request = HttpRequest.newBuilder(url().resolve(page))
                .timeout(Duration.ofSeconds(20))
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException gone) {
            return 0;
        } catch (InterruptedException stop) {
            throw new Pause.Stopped();
        }
    }

    @Override
    public void close() {
        closed = true;
        server.close();
    }
}
