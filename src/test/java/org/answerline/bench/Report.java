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

    private static final String PLOT = "![Requests a second, desk and floor](images/performance.svg)";

    private final Results results;
    private final List<String> circumstances;
    private final Reasons reasons = new Reasons();

    Report(Results results, List<String> circumstances) {
        this.results = results;
        this.circumstances = circumstances;
    }

    /** The tables. */
    String markdown() {
        return Stream.of(
                        circumstances.stream().map(line -> "- " + line).collect(Collectors.joining("\n")),
                        "### Targets",
                        table(List.of("", "target", "measured", "", "reason"), verdicts()),
                        "### Stretches of load",
                        table(Sample.COLUMNS, samples()),
                        "### Other figures",
                        table(List.of("", "", "", ""), figures()),
                        "### Plans",
                        "How PostgreSQL looks up what it is asked, with the tables as full as they were at the end of"
                                + " the run:",
                        results.plans().isEmpty() ? "none" : "```\n" + String.join("\n\n", results.plans()) + "\n```")
                .collect(Collectors.joining("\n\n", "", "\n"));
    }

    /** Writes everything into a folder. */
    void writeInto(Path folder) {
        write(folder.resolve("performance.md"), markdown());
        write(folder.resolve("stretches.csv"), csv(Sample.COLUMNS, samples()));
        write(
                folder.resolve("targets.csv"),
                csv(List.of("workload", "target", "measured", "met", "reason"), verdicts()));
        write(folder.resolve("figures.csv"), csv(List.of("workload", "name", "value", "unit"), figures()));
        write(folder.resolve("performance.svg"), new Plot(results).svg());
    }

    /** Exchanges the part of the page that is ours, and the plot beside it. */
    void updatePage(Path page) {
        try {
            var text = Files.readString(page);
            int begin = text.indexOf(BEGIN) + BEGIN.length();
            int end = text.indexOf(END);
            write(page, text.substring(0, begin) + "\n\n" + PLOT + "\n\n" + markdown() + "\n" + text.substring(end));
            write(page.resolveSibling("images").resolve("performance.svg"), new Plot(results).svg());
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
