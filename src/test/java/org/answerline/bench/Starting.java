package org.answerline.bench;

import java.util.ArrayList;
import java.util.List;

/** W8: from the start of the process to its first answer, and the memory it takes then, in turns. */
final class Starting {

    private static final double TIME = 1.3;
    private static final double MEMORY = 1.25;

    private final Rig rig;
    private final Results results;

    Starting(Rig rig, Results results) {
        this.rig = rig;
        this.results = results;
    }

    void measure() {
        List<Double> times = new ArrayList<>();
        List<Double> memories = new ArrayList<>();
        for (int round = 0; round < rig.options().rounds(); round++) {
            double floor = seconds(rig.floor());
            double floorMemory = ProcessFigures.resident(rig.floor().pid());
            double desk = seconds(rig.desk());
            double deskMemory = ProcessFigures.resident(rig.desk().pid());
            results.add("W8", "floor's start", floor, "s");
            results.add("W8", "desk's start", desk, "s");
            results.add("W8", "floor's resident memory after it", floorMemory, "MB");
            results.add("W8", "desk's resident memory after it", deskMemory, "MB");
            times.add(desk / floor);
            memories.add(deskMemory / floorMemory);
        }
        var time = Spread.of(times);
        var memory = Spread.of(memories);
        results.judge("W8", "start ≤ 1.3 × the floor's", time.toString(), time.median() <= TIME);
        results.judge("W8", "resident memory ≤ 1.25 × the floor's", memory.toString(), memory.median() <= MEMORY);
    }

    private static double seconds(Side side) {
        side.server().stop();
        var begun = System.nanoTime();
        side.server().restart();
        return (System.nanoTime() - begun) / 1e9;
    }
}
