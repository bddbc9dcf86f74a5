package org.answerline.bench;

import java.util.List;
import java.util.stream.Collectors;

/** Bars for the throughput of each workload beside the floor's: the median, with a line from the least to the most. */
final class Plot {

    private static final int WIDTH = 760;
    private static final int LABEL = 190;
    private static final int ROW = 26;
    private static final int MARGIN = 70;

    /** One bar. */
    private record Bar(String label, String colour, Spread values) {}

    private final List<Bar> bars;

    Plot(Results results) {
        bars = results.samples().stream()
                .map(sample -> List.of(sample.workload(), sample.side()))
                .distinct()
                .map(key -> bar(results, key.get(0), key.get(1)))
                .toList();
    }

    private static Bar bar(Results results, String workload, String side) {
        var speeds = results.of(workload, side).stream().map(Sample::perSecond).toList();
        return new Bar(workload + ", " + side, side.equals("desk") ? "#2563eb" : "#94a3b8", Spread.of(speeds));
    }

    String svg() {
        double most =
                bars.stream().mapToDouble(bar -> bar.values().most()).max().orElse(1);
        var rows = new StringBuilder();
        for (int i = 0; i < bars.size(); i++) {
            rows.append(row(bars.get(i), 40 + i * ROW, (WIDTH - LABEL - MARGIN) / most));
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">
                <rect width="100%%" height="100%%" fill="#ffffff"/>
                <text x="10" y="22" font-size="14">Requests a second</text>
                %s</svg>
                """
                .formatted(WIDTH, 50 + bars.size() * ROW, rows);
    }

    private static String row(Bar bar, int y, double scale) {
        double end = LABEL + bar.values().most() * scale;
        return List.of(
                        "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>"
                                .formatted(LABEL - 8, y + 13, bar.label()),
                        "<rect x=\"%d\" y=\"%d\" width=\"%s\" height=\"16\" fill=\"%s\"/>"
                                .formatted(LABEL, y, Sample.number(bar.values().median() * scale, 1), bar.colour()),
                        "<line x1=\"%s\" x2=\"%s\" y1=\"%d\" y2=\"%d\" stroke=\"#0f172a\" stroke-width=\"2\"/>"
                                .formatted(
                                        Sample.number(LABEL + bar.values().least() * scale, 1),
                                        Sample.number(end, 1),
                                        y + 8,
                                        y + 8),
                        "<text x=\"%s\" y=\"%d\">%s</text>"
                                .formatted(
                                        Sample.number(end + 6, 1),
                                        y + 13,
                                        Sample.number(bar.values().median(), 0)))
                .stream()
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
