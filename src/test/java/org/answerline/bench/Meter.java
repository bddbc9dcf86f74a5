package org.answerline.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Sends a load and reads off what it costs, while nobody else of us works. */
final class Meter {

    /** Counters at one moment. */
    private record Reading(double serverCpu, double databaseCpu, double allocated) {}

    private final Rig rig;

    Meter(Rig rig) {
        this.rig = rig;
    }

    /** As many as the connections carry, for the length of a stretch. */
    Sample flood(String workload, Side side, LoadPlan.Kind kind, List<String> material) {
        var options = rig.options();
        return measure(
                workload, side, plan(side, kind, material, options.length().toMillis(), 0));
    }

    /** The same, so that both sides are compiled and all is in memory. */
    void warmUp(Side side, LoadPlan.Kind kind, List<String> material) {
        send(plan(side, kind, material, rig.options().warmUp().toMillis(), 0), () -> {});
    }

    /** So many a second. */
    Sample trickle(String workload, Side side, LoadPlan.Kind kind, List<String> material, int perSecond) {
        var options = rig.options();
        return measure(
                workload, side, plan(side, kind, material, options.length().toMillis(), perSecond));
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

    private Sample measure(String workload, Side side, LoadPlan plan) {
        List<Reading> readings = Collections.synchronizedList(new ArrayList<>());
        var result = send(plan, () -> readings.add(reading(side)));
        var before = readings.get(0);
        var after = reading(side);
        return new Sample(
                workload,
                side.name(),
                result,
                after.serverCpu - before.serverCpu,
                after.databaseCpu - before.databaseCpu,
                after.allocated - before.allocated);
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
        return new Reading(
                ProcessFigures.cpu(side.pid()),
                ProcessFigures.cpuWithChildren(rig.postgres()),
                Machine.allocated(side.pid()));
    }
}
