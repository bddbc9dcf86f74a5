package org.answerline.bench;

import java.util.List;

/** The middle of some values, and how far they lie apart. */
record Spread(double median, double least, double most) {

    static Spread of(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        if (sorted.isEmpty()) {
            return new Spread(Double.NaN, Double.NaN, Double.NaN);
        }
        int middle = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Spread(median, sorted.get(0), sorted.get(sorted.size() - 1));
    }

    /** The median, and the least and the most in brackets. */
    @Override
    public String toString() {
        return Sample.number(median, 2) + " (" + Sample.number(least, 2) + "–" + Sample.number(most, 2) + ")";
    }
}
