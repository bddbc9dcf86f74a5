package org.answerline.sandbox.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import org.answerline.sandbox.LocalDatabase;

/** Kills servers and the database, in an order that the seed decides. */
final class NodeKiller {

    private enum Trouble {
        ONE_SERVER,
        ALL_SERVERS,
        DATABASE_FOR_A_MOMENT,
        DATABASE_FOR_SECONDS
    }

    /** How ten mishaps in a row are made up. */
    private static final List<Trouble> TEN = List.of(
            Trouble.ONE_SERVER,
            Trouble.ONE_SERVER,
            Trouble.ONE_SERVER,
            Trouble.ONE_SERVER,
            Trouble.ONE_SERVER,
            Trouble.ALL_SERVERS,
            Trouble.ALL_SERVERS,
            Trouble.DATABASE_FOR_A_MOMENT,
            Trouble.DATABASE_FOR_A_MOMENT,
            Trouble.DATABASE_FOR_SECONDS);

    /** What comes first, so that a short run too knows both. */
    private static final List<Trouble> FIRST = List.of(Trouble.ONE_SERVER, Trouble.DATABASE_FOR_A_MOMENT);

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<Node> nodes;
    private final LocalDatabase database;
    private final Journal journal;
    private final ExecutorService threads;
    private final Random random;
    private final Duration pause;

    NodeKiller(ChaosPlan plan, List<Node> nodes, LocalDatabase database, Journal journal, ExecutorService threads) {
        this.nodes = nodes;
        this.database = database;
        this.journal = journal;
        this.threads = threads;
        this.random = new Random(plan.seed());
        this.pause = plan.trouble();
    }

    /** Makes trouble until interrupted; leaves the database running. */
    void work() {
        FIRST.forEach(this::makeAfterAWhile);
        while (true) {
            var ten = new ArrayList<>(TEN);
            Collections.shuffle(ten, random);
            ten.forEach(this::makeAfterAWhile);
        }
    }

    private void makeAfterAWhile(Trouble trouble) {
        Pause.of(Duration.ofMillis((long) (pause.toMillis() * (0.5 + random.nextDouble()))));
        make(trouble);
    }

    private void make(Trouble trouble) {
        System.out.println(Instant.now() + " " + trouble);
        switch (trouble) {
            case ONE_SERVER -> {
                awaitAll();
                kill(nodes.get(random.nextInt(nodes.size())));
            }
            case ALL_SERVERS -> {
                awaitAll();
                nodes.forEach(this::kill);
            }
            case DATABASE_FOR_A_MOMENT -> databaseAway(Duration.ZERO);
            case DATABASE_FOR_SECONDS -> databaseAway(Duration.ofSeconds(3 + random.nextInt(12)));
        }
    }

    private void kill(Node node) {
        node.kill();
        threads.execute(node::revive);
    }

    /** So that sessions can outlive a kill; on a slow machine one is killed while it starts. */
    private void awaitAll() {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!nodes.stream().allMatch(Node::isReady) && System.nanoTime() < end) {
            Pause.of(Duration.ofMillis(200));
        }
    }

    private void databaseAway(Duration time) {
        var from = Instant.now();
        try {
            database.kill();
            Pause.of(time);
        } finally {
            // An interrupted thread could not wait for the start.
            boolean stopped = Thread.interrupted();
            database.restart();
            journal.broke(Journal.Kind.DATABASE_KILLED, "database", from, Instant.now());
            if (stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
