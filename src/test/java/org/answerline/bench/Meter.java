package org.answerline.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Sends a load and reads off what it costs, while nobody else of us works. */
final class Meter {

    private static final int WARM_UPS = 12;

    /** A stretch that is no more than so much faster than those before it ends the warm-up. */
    private static final double SETTLED = 1.05;

    /** Nor does it end while the compilers take more than this share of the CPU. */
    private static final double COMPILED = 0.06;

    /** Counters at one moment. */
    private record Reading(double serverCpu, double compilerCpu, double databaseCpu, double allocated) {}

    private final Rig rig;

    Meter(Rig rig) {
        this.rig = rig;
    }

    /** As many as the connections carry, for the length of a stretch. */
    Sample flood(String workload, Side side, LoadPlan.Kind kind, List<String> material) {
        return measure(workload, side, plan(side, kind, material, length(), 0), () -> {});
    }

    /** A shorter flood, whose cost is counted on until what follows from it is done too. */
    Sample floodUntil(String workload, Side side, LoadPlan.Kind kind, List<String> material, Runnable done) {
        return measure(workload, side, plan(side, kind, material, length() / 3, 0), done);
    }

    /** The same until both compilers of the JVM have had their say, and it gets no faster. */
    void warmUp(Side side, LoadPlan.Kind kind, List<String> material) {
        double best = 0;
        for (int i = 0; i < WARM_UPS; i++) {
            var millis = rig.options().warmUp().toMillis();
            var stretch = measure("warm-up", side, plan(side, kind, material, millis, 0), () -> {});
            if (stretch.perSecond() < best * SETTLED && stretch.compiling() < COMPILED) {
                return;
            }
            best = Math.max(best, stretch.perSecond());
        }
    }

    /** So many a second, twice as long as a flood because they are few. */
    Sample trickle(String workload, Side side, LoadPlan.Kind kind, List<String> material, int perSecond) {
        return measure(workload, side, plan(side, kind, material, length() * 2, perSecond), () -> {});
    }

    private long length() {
        return rig.options().length().toMillis();
    }

    private LoadPlan plan(Side side, LoadPlan.Kind kind, List<String> material, long millis, int rate) {
        return new LoadPlan(
                kind,
                side.port(),
                java.time.Duration.ofMillis(millis),
                rig.options().connections(),
                rate,
                rig.numbers().stretch(),
                material);
    }

    private Sample measure(String workload, Side side, LoadPlan plan, Runnable done) {
        List<Reading> readings = Collections.synchronizedList(new ArrayList<>());
        var result = send(plan, () -> readings.add(reading(side)));
        done.run();
        var before = readings.get(0);
        var after = reading(side);
        return new Sample(
                workload,
                side.name(),
                result,
                after.serverCpu - before.serverCpu,
                Math.max(0, after.compilerCpu - before.compilerCpu),
                after.databaseCpu - before.databaseCpu,
                Math.max(0, after.allocated - before.allocated));
    }

    private LoadResult send(LoadPlan plan, Runnable atBeginning) {
        var errors = rig.options().folder().resolve("generator.log");
        try (var generator = Child.start(LoadGenerator.class, errors, "256m", plan.arguments())) {
            plan.material().forEach(generator::say);
            generator.say("");
            generator.await("READY");
            atBeginning.run();
            generator.say("go");
            return LoadResult.read(generator.await("RESULT"));
        }
    }

    private Reading reading(Side side) {
        var threads = Machine.threads(side.pid());
        return new Reading(
                ProcessFigures.cpu(side.pid()),
                threads.compilerCpu(),
                ProcessFigures.cpuWithChildren(rig.postgres()),
                threads.allocated());
    }
}
