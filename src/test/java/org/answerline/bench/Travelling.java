package org.answerline.bench;

import java.time.Duration;

/** W6: how long an answer of the operator takes from being sent to the desk to reaching Telegram, at a tenth of the load. */
final class Travelling {

    private static final int[] LATENCIES = {0, 50, 200};
    /** A second, so that there is a percentile to speak of. */
    private static final int LEAST = 5;

    private static final double MEDIAN_MILLIS = 15;
    private static final double SLOW_MILLIS = 100;

    private final Rig rig;
    private final Results results;

    Travelling(Rig rig, Results results) {
        this.rig = rig;
        this.results = results;
    }

    void measure(Traffic operator, double full) {
        int rate = Math.max(LEAST, (int) (full / 10));
        results.add("W6", "answers a second", rate, "");
        for (int latency : LATENCIES) {
            measure(operator, rate, latency);
        }
        rig.telegram().latency(0);
    }

    private void measure(Traffic operator, int rate, int latency) {
        rig.telegram().latency(latency);
        var name = "W6, Telegram " + latency + " ms";
        long since = Travel.now();
        results.add(new Meter(rig).trickle(name, rig.desk(), operator.kind(), operator.material(), rate));
        Pauses.of(Duration.ofSeconds(2));
        var travel = rig.telegram().travel(since);
        results.add(name, "answers arrived", travel[0], "");
        results.add(name, "p50 to Telegram", travel[1], "ms");
        results.add(name, "p99 to Telegram", travel[2], "ms");
        results.judge("W6", name + ": p50 ≤ 15 ms", Sample.number(travel[1], 1) + " ms", travel[1] <= MEDIAN_MILLIS);
        results.judge("W6", name + ": p99 ≤ 100 ms", Sample.number(travel[2], 1) + " ms", travel[2] <= SLOW_MILLIS);
        new Backlog(rig.desk().database()).clear();
    }
}
