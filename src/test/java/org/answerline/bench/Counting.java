package org.answerline.bench;

import java.time.Duration;

/** Counts what a request asks of the database before it is answered. */
final class Counting {

    private static final int REQUESTS = 20;

    private final Rig rig;
    private final Results results;

    Counting(Rig rig, Results results) {
        this.rig = rig;
        this.results = results;
    }

    /** Statements and commits a request; what the dispatcher does because of it is not among them. */
    Statements.Asked of(Traffic traffic) {
        // Whatever is asked only once is asked now.
        sender(traffic).send(Math.max(REQUESTS, traffic.material().size()));
        new Backlog(rig.desk().database()).clear();
        var again = sender(traffic);
        var asked = new Statements(rig.desk().database()).withoutDispatcher(() -> again.send(REQUESTS));
        show(traffic, asked);
        results.add(traffic.workload(), "statements a request", asked.statements() / (double) REQUESTS, "");
        results.add(traffic.workload(), "commits a request", asked.commits() / (double) REQUESTS, "");
        return asked;
    }

    /** The same, held against the target; what the desk does by itself meanwhile does not make one a request. */
    void judged(Traffic traffic) {
        var asked = of(traffic);
        long statements = asked.statements() / REQUESTS;
        long commits = asked.commits() / REQUESTS;
        results.judge(traffic.workload(), "≤ 4 statements before the 200", Long.toString(statements), statements <= 4);
        results.judge(traffic.workload(), "1 commit before the 200", Long.toString(commits), commits <= 1);
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

    private static void show(Traffic traffic, Statements.Asked asked) {
        System.out.println(traffic.workload() + ", for " + REQUESTS + " requests:");
        asked.counts()
                .forEach(count -> System.out.println(
                        "  " + count.calls() + " × " + count.text().replaceAll("\\s+", " ")));
    }
}
