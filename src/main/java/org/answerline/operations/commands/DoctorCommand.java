package org.answerline.operations.commands;

import jakarta.json.JsonArrayBuilder;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.answerline.operations.doctor.Doctor;
import org.answerline.operations.doctor.Finding;
import org.answerline.operations.doctor.Installation;
import org.answerline.operations.doctor.RoundTrip;
import org.answerline.operations.doctor.Severity;
import org.answerline.operations.settings.SettingsCheck;
import org.answerline.platform.config.SettingProblem;
import org.answerline.platform.text.JsonReaders;
import org.answerline.platform.text.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what stops messages and what to do about it; exits with 1 if there is an error. */
@Command(
        name = "doctor",
        description =
                "Finds what stops messages from being delivered and says what to do. Exits with 1 if there is an error.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

    @Option(
            names = "--round-trip",
            description = "Also sends a test message to the operators' chat and calls the site's public address.")
    private boolean roundTrip;

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<Finding> missing = missing();
        List<Finding> findings = missing.isEmpty() ? findings(Environment.installation()) : missing;
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(json(findings));
        } else {
            findings.forEach(finding -> print(out, finding));
        }
        return Doctor.worst(findings) == Severity.FAILED ? 1 : 0;
    }

    private List<Finding> findings(Installation installation) {
        List<Finding> findings = new ArrayList<>(new Doctor(installation).examine());
        if (roundTrip && Doctor.canSendTest(findings)) {
            findings.addAll(new RoundTrip(installation).run());
        }
        return findings;
    }

    /** Without the settings of the database nothing can be checked; then all wrong settings are reported together. */
    private static List<Finding> missing() {
        List<SettingProblem> database = SettingsCheck.databaseProblems(Environment.settings());
        return database.isEmpty()
                ? List.of()
                : Stream.concat(SettingsCheck.problems(Environment.settings()).stream(), database.stream())
                        .map(problem -> new Finding("settings.wrong", Severity.FAILED, List.of(problem)))
                        .toList();
    }

    private static void print(PrintWriter out, Finding finding) {
        out.printf("%-8s %s%n", finding.severity().name().toUpperCase(Locale.ROOT), finding.text(Environment.texts()));
        String advice = finding.severity() == Severity.OK ? "" : finding.advice(Environment.texts());
        if (!advice.isEmpty()) {
            out.printf("         -> %s%n", advice);
        }
    }

    private static String json(List<Finding> findings) {
        Texts texts = Environment.texts();
        JsonArrayBuilder list = JsonReaders.createArrayBuilder();
        findings.forEach(finding -> list.add(JsonReaders.createObjectBuilder()
                .add("check", finding.key())
                .add("verdict", finding.severity().word())
                .add("text", finding.text(texts))
                .add("advice", finding.advice(texts))));
        return JsonReaders.createObjectBuilder()
                .add("verdict", Doctor.worst(findings).word())
                .add("findings", list)
                .build()
                .toString();
    }
}
