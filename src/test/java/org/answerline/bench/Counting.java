package org.answerline.bench;

import java.time.Duration;
import java.util.List;

/** Counts what a request asks of the database before it is answered. */
final class Counting {

    private static final int REQUESTS = 20;

    private final Rig rig;
    private final Results results;

    Counting(Rig rig, Results results) {
        this.rig = rig;
        this.results = results;
    }

    /** Statements and commits a request; what the courier does because of it is not among them. */
    void of(Traffic traffic) {
        var sender = sender(traffic);
        // Whatever is asked only once is asked now.
        sender.send(REQUESTS);
        new Backlog(rig.desk().database()).clear();
        var again = sender(traffic);
        var counts = new Statements(rig.desk().database()).withoutCourier(() -> again.send(REQUESTS));
        show(traffic, counts);
        results.add(traffic.workload(), "statements a request", statements(counts), "");
        results.add(traffic.workload(), "commits a request", commits(counts), "");
    }

    private OneByOne sender(Traffic traffic) {
        return new OneByOne(new LoadPlan(
                traffic.kind(),
                rig.desk().port(),
                Duration.ZERO,
                1,
                0,
                rig.numbers().stretch(),
                traffic.material()));
    }

    private static void show(Traffic traffic, List<Statements.Count> counts) {
        System.out.println(traffic.workload() + ", for " + REQUESTS + " requests:");
        counts.forEach(count ->
                System.out.println("  " + count.calls() + " × " + count.text().replaceAll("\\s+", " ")));
    }

    private static double statements(List<Statements.Count> counts) {
        return sum(counts.stream().filter(Statements.Count::asks).toList());
    }

    private static double commits(List<Statements.Count> counts) {
        return sum(counts.stream().filter(Statements.Count::commits).toList());
    }

    private static double sum(List<Statements.Count> counts) {
        return counts.stream().mapToLong(Statements.Count::calls).sum() / (double) REQUESTS;
    }
}
