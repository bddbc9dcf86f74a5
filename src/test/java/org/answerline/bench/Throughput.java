package org.answerline.bench;

/** W1 to W5: how much the desk takes beside the floor, and at what cost. */
final class Throughput {

    private static final int SLOW_MILLIS = 200;
    private static final double UNCHANGED = 0.1;

    private final Rig rig;
    private final Results results;
    private final Meter meter;
    private final Traffic floor;

    Throughput(Rig rig, Results results) {
        this.rig = rig;
        this.results = results;
        this.meter = new Meter(rig);
        this.floor = Traffic.users(rig);
    }

    void warmUpFloor() {
        meter.warmUp(rig.floor(), floor.kind(), floor.material());
    }

    void warmUp(Traffic traffic) {
        meter.warmUp(rig.desk(), traffic.kind(), traffic.material());
        backlog().clear();
    }

    /** Floor and desk in turns, then what the targets say of it; a CPU target of 0 is none. */
    void alternate(Traffic traffic, double throughput, double cpu) {
        warmUp(traffic);
        for (int round = 0; round < rig.options().rounds(); round++) {
            floor(traffic.workload());
            desk(traffic);
        }
        var speed = results.ratio(traffic.workload(), Sample::perSecond);
        results.judge(
                traffic.workload(),
                "throughput ≥ " + throughput + " of the floor",
                speed.toString(),
                speed.median() >= throughput);
        var cost = results.ratio(traffic.workload(), Sample::cpu);
        if (cpu > 0) {
            results.judge(traffic.workload(), "CPU ≤ " + cpu + " × the floor", cost.toString(), cost.median() <= cpu);
        } else {
            results.add(traffic.workload(), "CPU over the floor's", cost.median(), "×");
        }
    }

    /** One stretch of the floor, under the name of the workload it is compared with. */
    Sample floor(String workload) {
        var sample = meter.flood(workload, rig.floor(), floor.kind(), floor.material());
        results.add(sample);
        return sample;
    }

    /** One stretch of the desk, which stands as before afterwards. */
    Sample desk(Traffic traffic) {
        var sample = meter.flood(traffic.workload(), rig.desk(), traffic.kind(), traffic.material());
        results.add(sample);
        backlog().clear();
        return sample;
    }

    /** One stretch of the desk, without taking away what waits. */
    void deskBeside(Traffic traffic) {
        results.add(meter.flood(traffic.workload(), rig.desk(), traffic.kind(), traffic.material()));
    }

    /** Telegram well, slow, and down in turns: what is accepted must not depend on it. */
    void whateverTelegramsMood(Traffic traffic) {
        var well = traffic.as(traffic.workload() + ", Telegram well");
        var slow = traffic.as(traffic.workload() + ", Telegram slow");
        var down = traffic.as(traffic.workload() + ", Telegram down");
        for (int round = 0; round < rig.options().rounds(); round++) {
            desk(well);
            rig.telegram().latency(SLOW_MILLIS);
            desk(slow);
            rig.telegram().down();
            deskBeside(down);
            rig.telegram().latency(0);
            backlog().clear();
        }
        unchanged(traffic.workload(), well, slow);
        unchanged(traffic.workload(), well, down);
    }

    private void unchanged(String workload, Traffic well, Traffic other) {
        var ratio = results.ratio(other.workload(), "desk", well.workload(), "desk", Sample::perSecond);
        results.judge(
                workload,
                other.workload() + ": throughput as when it is well, ± 10 %",
                ratio.toString(),
                ratio.median() >= 1 - UNCHANGED);
    }

    /** What a request costs with all that follows from it, until Telegram has everything. */
    void untilDrained(Traffic traffic) {
        var name = traffic.workload() + " until delivered";
        results.add(meter.floodUntil(name, rig.desk(), traffic.kind(), traffic.material(), () -> backlog()
                .drain()));
    }

    /** A page of 50 of a short thread and of a long one, in turns. */
    void pages(Traffic shortThread, Traffic longThread) {
        warmUp(shortThread);
        for (int round = 0; round < rig.options().rounds(); round++) {
            desk(shortThread);
            desk(longThread);
        }
        var cost = results.ratio(longThread.workload(), "desk", shortThread.workload(), "desk", Sample::cpu);
        results.judge(
                "W5",
                "a page of 50 costs the same for 5,000 as for 50 messages, ± 10 %",
                cost.toString(),
                cost.median() <= 1 + UNCHANGED);
    }

    private Backlog backlog() {
        return new Backlog(rig.desk().database());
    }
}
