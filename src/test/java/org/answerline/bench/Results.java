package org.answerline.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Everything measured so far. */
final class Results {

    /** One measured number with a name. */
    record Figure(String workload, String name, double value, String unit) {}

    /** What a target came to. */
    record Verdict(String workload, String target, String measured, boolean met) {}

    private final List<Sample> samples = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();
    private final List<Verdict> verdicts = new ArrayList<>();
    private final List<String> plans = new ArrayList<>();

    void add(Sample sample) {
        samples.add(sample);
        System.out.println(String.join("  ", sample.cells()));
        if (sample.load().failed() > 0) {
            judge(
                    sample.workload(),
                    "every request is answered well",
                    sample.load().failed() + " were not",
                    false);
        }
    }

    void add(String workload, String name, double value, String unit) {
        figures.add(new Figure(workload, name, value, unit));
        System.out.printf("%s  %s: %.2f %s%n", workload, name, value, unit);
    }

    void judge(String workload, String target, String measured, boolean met) {
        verdicts.add(new Verdict(workload, target, measured, met));
        System.out.printf("%s  %s: %s, %s%n", workload, target, measured, met ? "met" : "NOT MET");
    }

    /** Of each round the desk's value over the floor's that was measured beside it. */
    Spread ratio(String workload, ToDoubleFunction<Sample> value) {
        return ratio(workload, "desk", workload, "floor", value);
    }

    /** Of each round one value over another. */
    Spread ratio(String workload, String side, String over, String overSide, ToDoubleFunction<Sample> value) {
        var ones = of(workload, side);
        var others = of(over, overSide);
        var ratios = new ArrayList<Double>();
        for (int i = 0; i < Math.min(ones.size(), others.size()); i++) {
            ratios.add(value.applyAsDouble(ones.get(i)) / value.applyAsDouble(others.get(i)));
        }
        return Spread.of(ratios);
    }

    List<Sample> of(String workload, String side) {
        return samples.stream()
                .filter(sample ->
                        sample.workload().equals(workload) && sample.side().equals(side))
                .toList();
    }

    /** A statement with its plan each. */
    void explain(List<String> statements) {
        plans.addAll(statements);
    }

    List<String> plans() {
        return plans;
    }

    List<Sample> samples() {
        return samples;
    }

    List<Figure> figures() {
        return figures;
    }

    List<Verdict> verdicts() {
        return verdicts;
    }
}
