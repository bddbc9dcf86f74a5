package org.answerline.bench;

/** W1 to W4: how much the desk accepts beside the floor, and at what cost. */
final class Throughput {

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

    /** Floor and desk in turns. */
    void alternate(Traffic traffic, double throughput, double cpu) {
        warmUp(traffic);
        for (int round = 0; round < rig.options().rounds(); round++) {
            results.add(meter.flood(traffic.workload(), rig.floor(), floor.kind(), floor.material()));
            results.add(meter.flood(traffic.workload(), rig.desk(), traffic.kind(), traffic.material()));
            backlog().clear();
        }
        judge(traffic.workload(), throughput, cpu);
    }

    private void judge(String workload, double throughput, double cpu) {
        var speed = results.ratio(workload, Sample::perSecond);
        results.judge(
                workload,
                "throughput ≥ " + throughput + " of the floor",
                speed.toString(),
                speed.median() >= throughput);
        var cost = results.ratio(workload, Sample::cpu);
        if (cpu > 0) {
            results.judge(workload, "CPU ≤ " + cpu + " × the floor", cost.toString(), cost.median() <= cpu);
        }
    }

    private Backlog backlog() {
        return new Backlog(rig.desk().database());
    }
}
