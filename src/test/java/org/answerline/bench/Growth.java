package org.answerline.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** W9: what a request costs, in the floor's cost beside it, as the tables grow. */
final class Growth {

    private static final long FIRST = 1_000;
    private static final long MIDDLE = 100_000;
    private static final double ALLOWED = 1.15;

    private final Rig rig;
    private final Results results;
    private final Throughput throughput;
    private final Map<String, List<Double>> costs = new LinkedHashMap<>();

    Growth(Rig rig, Results results, Throughput throughput) {
        this.rig = rig;
        this.results = results;
        this.throughput = throughput;
    }

    /** Fills the tables as it goes; they have to hold no more than the first thousand. */
    void measure(List<Traffic> traffics) {
        var population = new Population(rig.desk().database());
        traffics.forEach(throughput::warmUp);
        long filled = FIRST;
        for (long level : levels()) {
            if (level > filled) {
                population.grow(rig.options().people(), population.newest(), level);
                filled = level;
            }
            traffics.forEach(traffic -> measure(traffic, level));
        }
        costs.forEach(this::judge);
    }

    private long[] levels() {
        return LongStream.of(FIRST, MIDDLE, rig.options().growth())
                .filter(level -> level <= rig.options().growth())
                .distinct()
                .toArray();
    }

    private void measure(Traffic traffic, long level) {
        var name = "W9 " + traffic.workload() + " of " + level;
        for (int round = 0; round < rig.options().rounds(); round++) {
            throughput.floor(name);
            throughput.desk(traffic.as(name));
        }
        var cost = results.ratio(name, Sample::cpu).median();
        costs.computeIfAbsent(traffic.workload(), any -> new ArrayList<>()).add(cost);
    }

    private void judge(String workload, List<Double> byLevel) {
        double growth = byLevel.get(byLevel.size() - 1) / byLevel.get(0);
        results.judge(
                "W9",
                workload + ": CPU ≤ 1.15 × from " + FIRST + " to "
                        + rig.options().growth() + " messages",
                Sample.number(growth, 2),
                growth <= ALLOWED);
    }
}
