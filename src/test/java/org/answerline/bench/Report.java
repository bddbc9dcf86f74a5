package org.answerline.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes down what was measured: tables for people, files for programs, and into the page of the documentation. */
final class Report {

    private static final String BEGIN = "<!-- written by mvn -Pbench -Dbench.write=true -->";
    private static final String END = "<!-- end of what mvn -Pbench wrote -->";

    private static final String TABLES =
            "Tables of every stretch of load, further figures and the query plans: [performance-tables.md](performance-tables.md).";

    private static final String PLOT = "![Requests a second, desk and floor](images/performance.svg)";

    private final Results results;
    private final List<String> circumstances;
    private final Reasons reasons = new Reasons();

    Report(Results results, List<String> circumstances) {
        this.results = results;
        this.circumstances = circumstances;
    }

    /** Targets and tables. */
    String markdown() {
        return paragraphs(circumstances(), targets(), tables());
    }

    private String circumstances() {
        return circumstances.stream().map(line -> "- " + line).collect(Collectors.joining("\n"));
    }

    private String targets() {
        return paragraphs("### Targets", table(List.of("", "target", "measured", "", "reason"), verdicts()));
    }

    private String tables() {
        return paragraphs(
                "## Stretches of load",
                table(Sample.COLUMNS, samples()),
                "## Other figures",
                table(List.of("", "", "", ""), figures()),
                "## Plans",
                "How PostgreSQL looks up what it is asked, with the tables as full as they were at the end of the run:",
                results.plans().isEmpty() ? "none" : "```\n" + String.join("\n\n", results.plans()) + "\n```");
    }

    private static String paragraphs(String... paragraphs) {
        return String.join("\n\n", paragraphs);
    }

    /** Writes everything into a folder. */
    void writeInto(Path folder) {
        write(folder.resolve("performance.md"), markdown() + "\n");
        write(folder.resolve("stretches.csv"), csv(Sample.COLUMNS, samples()));
        write(
                folder.resolve("targets.csv"),
                csv(List.of("workload", "target", "measured", "met", "reason"), verdicts()));
        write(folder.resolve("figures.csv"), csv(List.of("workload", "name", "value", "unit"), figures()));
        write(folder.resolve("performance.svg"), new Plot(results).svg());
    }

    /** Replaces the generated part of the summary, of the page with the tables beside it, and the plot. */
    void updatePage(Path summary) {
        replaceGenerated(summary, paragraphs(PLOT, circumstances(), targets(), TABLES));
        replaceGenerated(summary.resolveSibling("performance-tables.md"), paragraphs(circumstances(), tables()));
        write(summary.resolveSibling("images").resolve("performance.svg"), new Plot(results).svg());
    }

    private static void replaceGenerated(Path page, String generated) {
        try {
            var text = Files.readString(page);
            int begin = text.indexOf(BEGIN) + BEGIN.length();
            int end = text.indexOf(END);
            write(page, text.substring(0, begin) + "\n\n" + generated + "\n\n" + text.substring(end));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<List<String>> verdicts() {
        return results.verdicts().stream()
                .map(severity -> List.of(
                        severity.workload(),
                        severity.target(),
                        severity.measured(),
                        severity.met() ? "met" : "**not met**",
                        reasons.of(severity)))
                .toList();
    }

    private List<List<String>> samples() {
        return results.samples().stream().map(Sample::cells).toList();
    }

    private List<List<String>> figures() {
        return results.figures().stream()
                .map(figure ->
                        List.of(figure.workload(), figure.name(), Sample.number(figure.value(), 2), figure.unit()))
                .toList();
    }

    private static String table(List<String> head, List<List<String>> rows) {
        var rule = head.stream().map(cell -> "---").toList();
        return Stream.concat(Stream.of(head, rule), rows.stream())
                .map(cells -> "| " + String.join(" | ", cells) + " |")
                .collect(Collectors.joining("\n"));
    }

    private static String csv(List<String> head, List<List<String>> rows) {
        return Stream.concat(Stream.of(head), rows.stream())
                .map(cells -> cells.stream()
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
